using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Surroundings;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>All that is known after a run: what was given and acknowledged, what is stored, what arrived outside.</summary>
internal sealed record Evidence
{
    /// <summary>The keys of all inputs that were given to a host, acknowledged or not.</summary>
    public required IReadOnlySet<MessageKey> Issued { get; init; }

    /// <summary>Every acknowledgement; several for an input that was given again.</summary>
    public required IReadOnlyList<Acknowledgement> Acknowledged { get; init; }

    /// <summary>What the store finds under the key of each input that was acknowledged; null where it finds nothing.</summary>
    public required IReadOnlyDictionary<MessageKey, HistoryEvent?> ReadBack { get; init; }

    /// <summary>The requests, as they are stored.</summary>
    public required IReadOnlyDictionary<RequestId, BorrowingRequest> Requests { get; init; }

    /// <summary>The requests, as lists show them.</summary>
    public required IReadOnlyDictionary<RequestId, RequestSummary> Summaries { get; init; }

    /// <summary>The rows of the event table, by request and revision.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    /// <summary>The rows of the inbox, with the revisions that they lead to.</summary>
    public required IReadOnlyList<(MessageKey Key, int Revision)> Inbox { get; init; }

    /// <summary>The rows of the outbox.</summary>
    public required IReadOnlyList<OutboxRow> Outbox { get; init; }

    /// <summary>The requests that can be searched for.</summary>
    public required IReadOnlySet<RequestId> Searchable { get; init; }

    /// <summary>What arrived outside, in its order.</summary>
    public required IReadOnlyList<Receipt> Arrivals { get; init; }

    /// <summary>The hosts' time when nothing was due any more.</summary>
    public required DateTimeOffset SettledAt { get; init; }

    /// <summary>What the database or a host said that no fault explains.</summary>
    public IReadOnlyList<string> Damage { get; init; } = [];
}
