using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>A storage for one case: empty, and nobody else's. A host writes one for its store.</summary>
/// <remarks>It is made anew for each case and disposed of after it; two may exist at the same time.</remarks>
public abstract class StoreHarness : IAsyncDisposable
{
    /// <summary>What the store is made for.</summary>
    public abstract StoreCapabilities Capabilities { get; }

    /// <summary>The places at which a save can be made to fail, e.g. the tables it writes to.</summary>
    /// <value>None.</value>
    public virtual IReadOnlyList<string> FaultPoints => [];

    /// <summary>
    /// Opens a view of this storage: the first time on the empty storage, later as another host would, or as the same host after a restart.
    /// The suite disposes of it where it can be disposed of.
    /// </summary>
    public abstract ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>From now on a save that reaches <paramref name="point"/> fails there, whatever the exception.</summary>
    /// <exception cref="NotSupportedException">The harness has no fault points.</exception>
    public virtual ValueTask BreakAsync(string point, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{GetType().Name} names fault points, so it has to override {nameof(BreakAsync)} and {nameof(RepairAsync)}.");

    /// <summary>Ends what <see cref="BreakAsync"/> began.</summary>
    /// <exception cref="NotSupportedException">The harness has no fault points.</exception>
    public virtual ValueTask RepairAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"{GetType().Name} names fault points, so it has to override {nameof(BreakAsync)} and {nameof(RepairAsync)}.");

    /// <summary>Removes the storage.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
