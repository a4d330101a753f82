using MassTransit;

namespace BorrowingWorkflow.Benchmarks.Saga;

/// <summary>The messages of a saga, one for each thing that happens to a request.</summary>
internal static class LoanMessages
{
    internal sealed record Submitted(
        Guid CorrelationId, DateTimeOffset At, string? Library, string? Patron, string? Title, string? Author, string? Isbn, string? Pickup) : CorrelatedBy<Guid>;

    internal sealed record RotaBuilt(Guid CorrelationId, DateTimeOffset At, IReadOnlyList<string> Partners) : CorrelatedBy<Guid>;

    internal sealed record Sent(Guid CorrelationId, DateTimeOffset At, string Partner) : CorrelatedBy<Guid>;

    internal sealed record PartnerRejected(Guid CorrelationId, DateTimeOffset At, string Partner, string? Reason) : CorrelatedBy<Guid>;

    internal sealed record PartnerShipped(Guid CorrelationId, DateTimeOffset At, string Partner, DateTimeOffset? DueDate) : CorrelatedBy<Guid>;

    internal sealed record Received(Guid CorrelationId, DateTimeOffset At) : CorrelatedBy<Guid>;

    internal sealed record Loaned(Guid CorrelationId, DateTimeOffset At, DateTimeOffset? DueDate) : CorrelatedBy<Guid>;

    internal sealed record ReturnedAtBranch(Guid CorrelationId, DateTimeOffset At) : CorrelatedBy<Guid>;

    internal sealed record ReturnedToPartner(Guid CorrelationId, DateTimeOffset At) : CorrelatedBy<Guid>;

    internal sealed record PartnerCheckedIn(Guid CorrelationId, DateTimeOffset At, string Partner) : CorrelatedBy<Guid>;
}
