using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Tests.Stores;

/// <summary>A store in memory that has the capabilities that it is asked for, seen through something that may break it.</summary>
internal sealed class TrialHarness(StoreCapabilities capabilities, Func<IWorkflowStore, IWorkflowStore>? seenThrough = null) : StoreHarness
{
    private readonly Lock _gate = new();
    private InMemoryWorkflowStore _data = new();
    private int _views;
    private bool _isBroken;

    public override StoreCapabilities Capabilities => capabilities;

    public override IReadOnlyList<string> FaultPoints => Has(StoreCapabilities.Faults) ? ["the request", "the outbox"] : [];

    /// <summary>What happens before a broken save fails: nothing, as it should be, or a part of it.</summary>
    public Func<IWorkflowStore, RequestSave, ValueTask>? BeforeFailing { get; init; }

    /// <summary>True where the harness itself is what is broken.</summary>
    public bool BreaksNothing { get; init; }

    /// <summary>True where the store says that it is durable, and is not.</summary>
    public bool ForgetsAll { get; init; }

    public override ValueTask<IWorkflowStore> OpenAsync(CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            if (_views > 0 && Has(StoreCapabilities.Durable) && !Has(StoreCapabilities.Shared))
            {
                throw new IOException("the store is open already");
            }

            if (ForgetsAll || !(Has(StoreCapabilities.Shared) ? _views > 0 || Has(StoreCapabilities.Durable) : Has(StoreCapabilities.Durable)))
            {
                _data = new();
            }

            _views++;
            var view = new View(this, _data);
            return new(seenThrough is null ? view : new Closing(seenThrough(view), view));
        }
    }

    public override ValueTask BreakAsync(string point, CancellationToken cancellationToken = default)
    {
        _isBroken = !BreaksNothing;
        return ValueTask.CompletedTask;
    }

    public override ValueTask RepairAsync(CancellationToken cancellationToken = default)
    {
        _isBroken = false;
        return ValueTask.CompletedTask;
    }

    private bool Has(StoreCapabilities capability) => capabilities.HasFlag(capability);

    private void Close()
    {
        lock (_gate)
        {
            _views--;
        }
    }

    private sealed class View(TrialHarness harness, IWorkflowStore data) : DelegatingStore(data), IDisposable
    {
        public override async ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
        {
            if (harness._isBroken)
            {
                await (harness.BeforeFailing?.Invoke(Inner, save) ?? ValueTask.CompletedTask);
                throw new IOException("the disk is full");
            }

            await base.SaveAsync(save, cancellationToken);
        }

        public void Dispose() => harness.Close();
    }

    /// <summary>Closes the view behind a store that can't be closed.</summary>
    private sealed class Closing(IWorkflowStore altered, View view) : DelegatingStore(altered), IDisposable
    {
        public void Dispose() => view.Dispose();
    }
}
