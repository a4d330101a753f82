namespace BorrowingWorkflow.Machine;

/// <summary>Where a clause of the transition table comes from.</summary>
public enum ClauseSource : byte
{
    /// <summary>The consortium's guide to borrowing statuses that the project starts from.</summary>
    Document,

    /// <summary>The field's practice.</summary>
    Field,
}
