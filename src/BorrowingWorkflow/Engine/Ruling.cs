using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Engine;

/// <summary>What is said of one trigger of an input.</summary>
internal readonly record struct Ruling(Verdict Verdict)
{
    public string? Clause { get; init; }

    public string? Reason { get; init; }

    public IReadOnlyList<Trigger> Permitted { get; init; } = [];
}
