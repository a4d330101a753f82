using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>What became of a message: the confirmation that its sender is to get, and the verdict where there is one.</summary>
public sealed record Iso18626Receipt
{
    internal Iso18626Receipt(Iso18626Message confirmation, byte[] content)
    {
        Confirmation = confirmation;
        Content = content;
    }

    /// <summary>The confirmation, in the version of the message.</summary>
    public Iso18626Message Confirmation { get; }

    /// <summary>The confirmation as it is sent: XML in UTF-8.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>The verdict, which is saved; null where nothing was stored.</summary>
    public TransitionResult? Result { get; init; }

    /// <summary>Why it was no message; null where it was one.</summary>
    public Iso18626FaultKind? Fault { get; init; }

    /// <summary>True where the confirmation is OK.</summary>
    public bool IsOk => Result is not null;

    /// <summary>OK or ERROR, and the verdict; nothing of the content.</summary>
    public override string ToString() => Result is { } result ? $"OK {result.Verdict}" : $"ERROR {Fault}".TrimEnd();
}
