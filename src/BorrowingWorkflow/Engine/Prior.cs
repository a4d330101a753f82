using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>How a request stood before a clause's steps: what may have to be restored, and what tells whether it moved.</summary>
internal readonly record struct Prior(
    BorrowingStatus Status,
    IReadOnlyList<Deadline> Deadlines,
    int? ActiveEntry,
    string? Partner,
    bool OnLoan,
    bool HadTemporaryItem,
    ItemPlace Place)
{
    public static Prior Of(BorrowingRequest request) => new(
        request.Status,
        request.Deadlines,
        request.ActiveEntry,
        request.Active?.Partner,
        request.OnLoan,
        request.TemporaryItem == TemporaryItem.Stands,
        request.Place);
}
