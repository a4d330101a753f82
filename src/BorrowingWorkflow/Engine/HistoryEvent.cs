using System.Text.Json.Serialization;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>One input in a request's history, with its verdict.</summary>
public sealed record HistoryEvent
{
    /// <summary>The request.</summary>
    public required RequestId Request { get; init; }

    /// <summary>Its place in the history, from 1.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Revision { get; init; }

    /// <summary>When it happened, in UTC, as its sender says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required DateTimeOffset At { get; init; }

    /// <summary>The sender's id for it.</summary>
    public required string MessageId { get; init; }

    /// <summary>What happened.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Trigger Trigger { get; init; }

    /// <summary>What happened right after it by the same message.</summary>
    public Trigger? AndThen { get; init; }

    /// <summary>Who it came from.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Actor By { get; init; }

    /// <summary>The person behind it, where that is known.</summary>
    public string? Who { get; init; }

    /// <summary>The partner concerned.</summary>
    public string? Partner { get; init; }

    /// <summary>What became of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Verdict Verdict { get; init; }

    /// <summary>The clause that was applied; null where none was. Two, joined by +, where the message held two triggers.</summary>
    public string? Clause { get; init; }

    /// <summary>The status before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BorrowingStatus From { get; init; }

    /// <summary>The status after.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required BorrowingStatus To { get; init; }

    /// <summary>The version after.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Version { get; init; }

    /// <summary>Why it was refused; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>What was put on record: CancelOvertaken, SentAfterwards, the steps that were skipped, what an edit changed.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];

    /// <summary>The triggers that were permitted instead; only where it was refused.</summary>
    public IReadOnlyList<Trigger> Permitted { get; init; } = [];

    /// <summary>What it brought along; null after a purge, and for a message to a tombstone.</summary>
    public InputData? Data { get; init; }
}
