namespace BorrowingWorkflow.Requests;

/// <summary>A status that can be restored, after a return or a close, with what fell when it was left.</summary>
/// <param name="Status">The status to restore.</param>
public sealed record RememberedStatus(BorrowingStatus Status)
{
    /// <summary>The deadlines that fell with the status, with the dates they had.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];

    /// <summary>The position in the rota of the entry that was active; null where none was.</summary>
    public int? ActiveEntry { get; init; }

    /// <summary>True where the item was on loan to the patron.</summary>
    public bool OnLoan { get; init; }

    /// <summary>True where a temporary item stood.</summary>
    public bool HadTemporaryItem { get; init; }

    /// <summary>Where the item was.</summary>
    public ItemPlace Place { get; init; }
}
