using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>One message that a mock lender got or sent: what went over the wire, byte by byte.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="IsIncoming">True where the lender got it, false where it sent it.</param>
/// <param name="Bytes">The message as it went over the wire. May hold patron data.</param>
public sealed record MockExchange(DateTimeOffset At, bool IsIncoming, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The message; null where the bytes are none.</summary>
    public Iso18626Message? Message { get; init; }

    /// <summary>What is said about it in a line, without patron data: direction, kind, request, reason or action, status or outcome.</summary>
    public override string ToString() => MockLine.Of(this);
}
