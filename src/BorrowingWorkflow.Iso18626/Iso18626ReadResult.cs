using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626;

/// <summary>What was read: a message, with what had to be tolerated, or a fault.</summary>
public sealed record Iso18626ReadResult
{
    internal Iso18626ReadResult()
    {
    }

    /// <summary>The message; null where it is a fault.</summary>
    public Iso18626Message? Message { get; internal init; }

    /// <summary>Why it is no message; null where it is one.</summary>
    public Iso18626Fault? Fault { get; internal init; }

    /// <summary>What is not as the version has it, in the order of reading.</summary>
    public ValueList<Iso18626Deviation> Deviations { get; internal init; } = [];

    /// <summary>How many XML nodes were read: a measure of the work.</summary>
    internal int Steps { get; init; }

    /// <summary>True where it is a message, false where it is a fault.</summary>
    [MemberNotNullWhen(true, nameof(Message))]
    [MemberNotNullWhen(false, nameof(Fault))]
    public bool IsMessage => Message is not null;

    /// <summary>The kind of message or the fault; nothing of the content.</summary>
    public override string ToString() => IsMessage ? $"{Message}, {Deviations.Count} deviations" : Fault.ToString();
}
