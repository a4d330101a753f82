namespace BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;

/// <summary>A side of a box.</summary>
internal enum Side : byte
{
    Top,
    Bottom,
    Left,
    Right,
}
