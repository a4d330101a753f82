using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Faults.Wire;

/// <summary>A line from a host to the conductor.</summary>
/// <param name="Number">The number of the order that it answers; of a question, a number of the host's own.</param>
/// <param name="Word">What is said.</param>
internal sealed record FromHost(long Number, Word Word)
{
    /// <summary>The first verdict on the input, also where it came again.</summary>
    public Verdict Verdict { get; init; }

    public bool IsRepeat { get; init; }

    public BorrowingStatus? Status { get; init; }

    public int Version { get; init; }

    public string? Clause { get; init; }

    /// <summary>The exception's type and message.</summary>
    public string? Fault { get; init; }

    /// <summary>True where the same order may go well later.</summary>
    public bool Passes { get; init; }

    public Port Port { get; init; }

    public Effect? Effect { get; init; }
}
