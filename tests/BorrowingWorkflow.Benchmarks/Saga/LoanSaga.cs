using MassTransit;

namespace BorrowingWorkflow.Benchmarks.Saga;

/// <summary>A request as a saga keeps it: where it is and what it needs to go on, no history and no outbox.</summary>
internal sealed class LoanSaga : SagaStateMachineInstance
{
    public Guid CorrelationId { get; set; }

    public string CurrentState { get; set; } = "";

    public DateTimeOffset EnteredAt { get; set; }

    public string? Library { get; set; }

    public string? Patron { get; set; }

    public string? Title { get; set; }

    public string? Author { get; set; }

    public string? Isbn { get; set; }

    public string? Pickup { get; set; }

    public IReadOnlyList<string> Rota { get; set; } = [];

    public int ActiveEntry { get; set; }

    public DateTimeOffset? LenderDueDate { get; set; }

    public DateTimeOffset? DueDate { get; set; }
}
