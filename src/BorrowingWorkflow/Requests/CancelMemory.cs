using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Requests;

/// <summary>What is remembered while a cancellation is unanswered.</summary>
/// <param name="Status">The status to restore if the partner refuses.</param>
/// <param name="Initiator">Who began it: patron or staff.</param>
/// <param name="ContinuesRota">True where the rota goes on after the cancellation, false where the request is closed.</param>
public sealed record CancelMemory(BorrowingStatus Status, Actor Initiator, bool ContinuesRota)
{
    /// <summary>The deadlines that fell with the status, with the dates they had.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; init; } = [];
}
