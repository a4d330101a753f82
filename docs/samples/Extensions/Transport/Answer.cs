using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Samples.Transport;

/// <summary>What a partner writes back, when it has something to say.</summary>
/// <param name="Id">The partner's own id of the letter; the same again is the same letter.</param>
/// <param name="Request">The request's id, as it was in the letter to the partner.</param>
/// <param name="Says">What happened, e.g. <see cref="Trigger.PartnerShipped"/>.</param>
public sealed record Answer(string Id, string Request, Trigger Says)
{
    public DateTimeOffset? DueDate { get; init; }

    public string? Reason { get; init; }
}
