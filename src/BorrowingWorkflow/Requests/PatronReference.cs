namespace BorrowingWorkflow.Requests;

/// <summary>Who the item is for. Patron data: never logged, traced or put in an exception, and erased by a purge.</summary>
/// <param name="Id">The host's own reference to the patron.</param>
/// <param name="Group">The patron's group, where assignment rules or intake rules ask for it.</param>
public sealed record PatronReference(string Id, string? Group = null)
{
    /// <summary>Says nothing about the patron, so that no log or message can.</summary>
    public override string ToString() => "(patron)";
}
