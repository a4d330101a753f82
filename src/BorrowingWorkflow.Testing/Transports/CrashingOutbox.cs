using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Transports;

/// <summary>A store whose host dies before what became of an effect is written, for as long as <see cref="Crashes"/> says.</summary>
internal sealed class CrashingOutbox(IWorkflowStore inner) : DelegatingStore(inner)
{
    public bool Crashes { get; set; }

    public override ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default) =>
        Crashes ? ValueTask.FromException(new IOException("The host died.")) : Inner.SettleAsync(settlement, cancellationToken);

    public override ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default) =>
        Crashes && save.Settled.Count > 0 ? ValueTask.FromException(new IOException("The host died.")) : Inner.SaveAsync(save, cancellationToken);
}
