using System.Text.Json.Serialization;

namespace BorrowingWorkflow.Rota;

/// <summary>One partner of a request's rota and what became of it.</summary>
/// <param name="Partner">The partner's code.</param>
public sealed record RotaEntry(string Partner)
{
    /// <summary>What became of the entry.</summary>
    public EntryState State { get; init; }

    /// <summary>Why, in the partner's or the workflow's words; null where nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Which rota of the request the entry belongs to: 1 for the first that was built, 2 after a reactivation, and so on.</summary>
    public int Round { get; init; } = 1;

    /// <summary>True once a send was confirmed.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The ids of sends whose outcome is unknown.</summary>
    public IReadOnlyList<string> UnknownSends { get; init; } = [];

    /// <summary>The id of the send, or of the question about it, that was queued last; null before the first.</summary>
    public string? LastSend { get; init; }

    /// <summary>True where what was queued last asks the partner instead of sending.</summary>
    public bool LastSendAsks { get; init; }

    /// <summary>How many sends in a row failed since the last that did not, or since staff sent it by hand.</summary>
    public int FailedSends { get; init; }

    /// <summary>The id of the first send, which a repetition carries again.</summary>
    public string? FirstSend { get; init; }

    /// <summary>When the first send was queued, in UTC: the header's timestamp of every repetition.</summary>
    public DateTimeOffset? FirstSendAt { get; init; }

    /// <summary>True where the partner sent a physical ship message, in whatever state the entry was.</summary>
    public bool HasShipped { get; init; }

    /// <summary>When the lender wants the item back, in UTC, as its ship message says; null where it said nothing.</summary>
    public DateTimeOffset? LenderDueDate { get; init; }

    /// <summary>True where the partner has had its say, or its time (FI-14): in a later rota it comes last.</summary>
    [JsonIgnore]
    internal bool HasAnswered => State is EntryState.Rejected or EntryState.Expired or EntryState.Declined or EntryState.Cancelled;
}
