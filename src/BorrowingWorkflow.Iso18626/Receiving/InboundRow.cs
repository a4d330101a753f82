using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>One row of the inbound mapping: what a message becomes.</summary>
/// <param name="Message">The message, in the words of the specification's column iso18626.</param>
/// <param name="Condition">What else must hold, in the words of its column condition; empty for nothing.</param>
/// <param name="Fits">True where the row is the message's.</param>
/// <param name="Trigger">What happens.</param>
/// <param name="AndThen">What happens right after it; null for nothing.</param>
/// <remarks>A row of the specification that says more than one thing stands here in as many rows with the same words.</remarks>
internal sealed record InboundRow(string Message, string Condition, Predicate<Inbound> Fits, Trigger Trigger, Trigger? AndThen = null);
