using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>An input of a recorded history that comes out otherwise today.</summary>
public sealed record ReplayDifference
{
    /// <summary>The history's name.</summary>
    public required string History { get; init; }

    /// <summary>The request.</summary>
    public required RequestId Request { get; init; }

    /// <summary>The input's place in the history, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>What happened.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>Who it came from.</summary>
    public required Actor By { get; init; }

    /// <summary>The status that it met when it was recorded.</summary>
    public required BorrowingStatus Status { get; init; }

    /// <summary>
    /// The clause that changed: the one that was applied, else the one that is applied today. Two, joined by +, where a message holds two
    /// triggers; null where neither applied one.
    /// </summary>
    public required string? Clause { get; init; }

    /// <summary>What came of it, as far as that differs.</summary>
    public required string Was { get; init; }

    /// <summary>What comes of it today, as far as that differs.</summary>
    public required string Is { get; init; }

    /// <summary>True where an earlier input of the history differs already: this one may differ only because of that.</summary>
    public required bool IsConsequence { get; init; }

    internal string Question { get; init; } = "";

    /// <summary>The difference in a sentence.</summary>
    public override string ToString() =>
        $"{History}: {Request}, revision {Revision}, {Question}: was {Was}; is {Is}. Clause {Clause ?? "(none)"}.";
}
