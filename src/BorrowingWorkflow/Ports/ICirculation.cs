using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>The local circulation: temporary items, holds, loans, transits, files.</summary>
/// <remarks>
/// Implementations are safe for any number of threads. Every call may be made twice with the same effect: its id is the idempotency key.
/// When a call returns, it is done durably; when it throws, it is tried again later.
/// </remarks>
public interface ICirculation
{
    /// <summary>
    /// Carries out CreateTemporaryItem, DeleteTemporaryItem, RestoreTemporaryItem, PlaceOnHoldShelf, TransitToPickup,
    /// TransitToResourceSharingLibrary, CancelHold, DischargeLoan, ExtendLoan, RestoreLoan, RouteItemBack, DeliverFile or ErasePatronData.
    /// </summary>
    ValueTask ApplyAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken = default);
}
