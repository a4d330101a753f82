namespace BorrowingWorkflow.Benchmarks.ByHand;

/// <summary>A row of the outbox.</summary>
internal sealed class HandEffect
{
    public long Seq { get; init; }

    public required string Id { get; init; }

    public required string Request { get; init; }

    public required string Name { get; init; }

    public required DateTime NotBefore { get; init; }

    public DateTime? DoneAt { get; init; }

    public string? Text { get; init; }
}
