using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>Which requests a list holds, in which order. Every condition that is given must hold.</summary>
public sealed record RequestQuery
{
    /// <summary>The statuses.</summary>
    /// <value>Any.</value>
    public StatusSet? Statuses { get; init; }

    /// <summary>Traits of which at least one is set.</summary>
    /// <value>None asked for.</value>
    public RequestTraits AnyTrait { get; init; }

    /// <summary>The borrowing library's code.</summary>
    /// <value>Any.</value>
    public string? Library { get; init; }

    /// <summary>The partner's code.</summary>
    /// <value>Any.</value>
    public string? Partner { get; init; }

    /// <summary>Whom it is assigned to.</summary>
    /// <value>Anybody or nobody.</value>
    public string? Assignee { get; init; }

    /// <summary>The patron's reference.</summary>
    /// <value>Any.</value>
    public string? Patron { get; init; }

    /// <summary>Entered its status after this moment, in UTC.</summary>
    /// <value>Whenever.</value>
    public DateTimeOffset? EnteredAfter { get; init; }

    /// <summary>Entered its status before this moment, in UTC.</summary>
    /// <value>Whenever.</value>
    public DateTimeOffset? EnteredBefore { get; init; }

    /// <summary>The hold expires before this moment, in UTC.</summary>
    /// <value>Whenever, or no hold.</value>
    public DateTimeOffset? HoldExpiresBefore { get; init; }

    /// <summary>The order; requests that tie follow each other by id.</summary>
    /// <value>Longest in status first.</value>
    public RequestOrder Order { get; init; }

    /// <summary>True where <paramref name="summary"/> meets every condition that a summary can tell (all but the patron).</summary>
    public bool Matches(in RequestSummary summary) =>
        (Statuses is not { } statuses || statuses.Contains(summary.Status))
        && (AnyTrait == RequestTraits.None || (summary.Traits & AnyTrait) != 0)
        && (Library is null || Library == summary.Library)
        && (Partner is null || Partner == summary.Partner)
        && (Assignee is null || Assignee == summary.Assignee)
        && (EnteredAfter is not { } after || summary.EnteredAt > after)
        && (EnteredBefore is not { } before || summary.EnteredAt < before)
        && (HoldExpiresBefore is not { } expiry || summary.HoldExpiresAt < expiry);
}
