using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>The verdict on an input and where it left the request.</summary>
public sealed record TransitionResult
{
    /// <summary>The request.</summary>
    public required RequestId Request { get; init; }

    /// <summary>What became of the input.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The status after it. Of a duplicate: after the first.</summary>
    public required BorrowingStatus Status { get; init; }

    /// <summary>The version after it. Of a duplicate: after the first.</summary>
    public required int Version { get; init; }

    /// <summary>The clause that was applied, or that a refusal rests on; null where there is none.</summary>
    public string? Clause { get; init; }

    /// <summary>Why it was refused, in a sentence; null otherwise.</summary>
    public string? Reason { get; init; }

    /// <summary>The triggers that the sender may fire now; only where it was refused.</summary>
    public IReadOnlyList<Trigger> Permitted { get; init; } = [];

    /// <summary>The first verdict; only of a duplicate.</summary>
    public Verdict? First { get; init; }

    /// <summary>What the world is asked to do; empty unless it was applied.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>True where it was applied.</summary>
    public bool IsApplied => Verdict == Verdict.Applied;
}
