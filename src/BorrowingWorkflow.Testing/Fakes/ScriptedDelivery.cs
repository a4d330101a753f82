using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>What becomes of a message.</summary>
/// <param name="Answer">What the sender is told; null where the call throws.</param>
/// <param name="ArrivesAfter">When it arrives, from now; null where it never does.</param>
/// <param name="Throws">What the call throws.</param>
internal sealed record ScriptedDelivery(Delivery? Answer, TimeSpan? ArrivesAfter, Func<Exception>? Throws = null)
{
    public static readonly ScriptedDelivery Delivered = new(Delivery.Delivered, TimeSpan.Zero);
}
