using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Anomalies;

/// <summary>That a detector's rule holds for a request, or for a partner.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Request">The request; null where the finding is about a partner.</param>
/// <param name="Evidence">Why, in words that staff understand. Dates are in UTC. Holds no patron data.</param>
public sealed record AnomalyFinding(AnomalyRule Rule, RequestId? Request, string Evidence)
{
    /// <summary>The partner that the finding is about, where it is about no request; null otherwise.</summary>
    public string? Partner { get; init; }

    /// <summary>What a dismissal of the finding names: the request's id, or the partner's code.</summary>
    public string Subject => Request?.Value ?? Partner ?? "";
}
