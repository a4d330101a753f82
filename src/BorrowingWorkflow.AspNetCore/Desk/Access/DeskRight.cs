namespace BorrowingWorkflow.AspNetCore.Desk.Access;

/// <summary>What a page or an action asks of its caller.</summary>
internal enum DeskRight
{
    View,
    Work,
    Administer,
}
