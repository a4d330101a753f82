namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>Which part of all requests the queue looks at. Its name in lower case is its place in the address.</summary>
internal enum QueueScope
{
    Open,
    Closed,
    All,
}
