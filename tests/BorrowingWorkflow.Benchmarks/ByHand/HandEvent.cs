using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Benchmarks.ByHand;

/// <summary>A row of the history; sender and message id are unique for a request, which is how a repeated message is recognised.</summary>
internal sealed class HandEvent
{
    public required string Request { get; init; }

    public required int Version { get; init; }

    public required string Sender { get; init; }

    public required string MessageId { get; init; }

    public required DateTime At { get; init; }

    public required Trigger Trigger { get; init; }

    public required BorrowingStatus From { get; init; }

    public required BorrowingStatus To { get; init; }

    public string? Data { get; init; }
}
