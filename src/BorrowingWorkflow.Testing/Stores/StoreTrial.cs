using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>A storage on which one case is proved, with the views that it opened.</summary>
internal sealed class StoreTrial : IAsyncDisposable
{
    private readonly List<IWorkflowStore> _views = [];
    private readonly CancellationToken _cancellationToken;

    private StoreTrial(StoreHarness harness, int seed, CancellationToken cancellationToken)
    {
        Harness = harness;
        Random = new Random(seed);
        _cancellationToken = cancellationToken;
    }

    public StoreHarness Harness { get; }

    /// <summary>The view that was opened first.</summary>
    public IWorkflowStore Store => _views[0];

    public Random Random { get; }

    public bool IsCancelled => _cancellationToken.IsCancellationRequested;

    public bool IsDurable => Harness.Capabilities.HasFlag(StoreCapabilities.Durable);

    public bool IsShared => Harness.Capabilities.HasFlag(StoreCapabilities.Shared);

    public static async Task<StoreTrial> BeginAsync(StoreHarness harness, int seed, CancellationToken cancellationToken)
    {
        var trial = new StoreTrial(harness, seed, cancellationToken);
        try
        {
            await trial.OpenAsync().ConfigureAwait(false);
            return trial;
        }
        catch
        {
            await trial.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>One view more.</summary>
    public async Task<IWorkflowStore> OpenAsync()
    {
        var view = await Harness.OpenAsync(_cancellationToken).ConfigureAwait(false);
        _views.Add(view);
        return view;
    }

    /// <summary>A second view where the store is not made for one: null where it is refused, be it when it is opened or when it is first used.</summary>
    public async Task<IWorkflowStore?> TryOpenAsync()
    {
        try
        {
            var view = await OpenAsync().ConfigureAwait(false);
            await view.FindAsync("R-1", _cancellationToken).ConfigureAwait(false);
            return view;
        }
        catch (Exception) when (!IsCancelled)
        {
            return null;
        }
    }

    /// <summary>As many views as a store can have at the same time, up to this many.</summary>
    public async Task<IReadOnlyList<IWorkflowStore>> ViewsAsync(int most)
    {
        while (IsShared && _views.Count < most)
        {
            await OpenAsync().ConfigureAwait(false);
        }

        return [.. _views];
    }

    /// <summary>Closes every view and opens one again.</summary>
    public async Task<IWorkflowStore> RestartAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        return await OpenAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        await Harness.DisposeAsync().ConfigureAwait(false);
    }

    private async Task CloseAsync()
    {
        foreach (var view in _views)
        {
            await view.CloseAsync().ConfigureAwait(false);
        }

        _views.Clear();
    }
}
