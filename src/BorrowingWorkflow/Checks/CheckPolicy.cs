using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>One thing that staff look at regularly: which requests, how often, in which order, and what to do about them.</summary>
/// <remarks>
/// Source: checks.tsv of the specification; <see cref="CheckPresets"/> holds its rows. A host adds its own by making more of these.
/// Immutable, and safe for any number of threads if its selection is.
/// </remarks>
public sealed record CheckPolicy
{
    /// <summary>The id under which runs are recorded, e.g. <c>ready-to-be-sent</c>. It never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The preset that the check belongs to: <c>csu</c>, <c>extended</c>, or a name of the host's own.</summary>
    public required string Preset { get; init; }

    /// <summary>How often it is worked.</summary>
    public required CheckCadence Cadence { get; init; }

    /// <summary>What staff call it.</summary>
    public required string Title { get; init; }

    /// <summary>Which requests are on the list, in words.</summary>
    public required string Selects { get; init; }

    /// <summary>Makes the selection for one look at the list. Called once a look, not once a request.</summary>
    public required Func<CheckContext, CheckSelection> Select { get; init; }

    /// <summary>The order of the list.</summary>
    /// <value>Longest in status first.</value>
    public RequestOrder Order { get; init; }

    /// <summary>What to do about the requests on the list, in a sentence or two.</summary>
    /// <value>Empty.</value>
    public string Advice { get; init; } = "";

    /// <summary>The triggers that settle a request of the list, the usual one first.</summary>
    /// <value>None.</value>
    public IReadOnlyList<Trigger> Remedies { get; init; } = [];

    /// <summary>Those of <see cref="Remedies"/> that may be fired now, in their order.</summary>
    /// <param name="permitted">What staff may fire on the request as it stands.</param>
    public IReadOnlyList<Trigger> RemediesAmong(TriggerSet permitted) => [.. Remedies.Where(permitted.Contains)];

    /// <summary>The check's id.</summary>
    public override string ToString() => Id;

    /// <summary>Since when a request has been on the list's mind: the note or message that put it there, else its status.</summary>
    internal DateTimeOffset Since(in RequestSummary summary) => Order switch
    {
        RequestOrder.OldestNote => summary.OldestNoteAt ?? summary.EnteredAt,
        RequestOrder.OldestMessage => summary.OldestMessageAt ?? summary.EnteredAt,
        _ => summary.EnteredAt,
    };
}
