using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>Tells patrons and staff.</summary>
/// <remarks>
/// Implementations are safe for any number of threads. Every call may be made twice with the same effect: its id is the idempotency key.
/// When a call returns, the notice is on its way durably; when it throws, it is tried again later.
/// </remarks>
public interface IPatronNotifier
{
    /// <summary>Sends the patron the notice that <see cref="Effect.Detail"/> names, e.g. <c>Arrived</c>.</summary>
    ValueTask NotifyPatronAsync(Effect notice, BorrowingRequest request, CancellationToken cancellationToken = default);

    /// <summary>Alerts staff to what <see cref="Effect.Detail"/> names, e.g. <c>CannotSend</c>.</summary>
    ValueTask AlertStaffAsync(Effect alert, BorrowingRequest request, CancellationToken cancellationToken = default);
}
