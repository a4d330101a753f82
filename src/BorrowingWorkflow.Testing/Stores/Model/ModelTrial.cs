using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Runs operations on a fresh harness and on the reference, until the answers differ.</summary>
internal sealed class ModelTrial(StoreHarness harness)
{
    private readonly List<IWorkflowStore> _views = [];
    private readonly List<string> _lines = [];
    private readonly ModelWorld _world = new();
    private InMemoryWorkflowStore _reference = new();

    /// <summary>True where closing the one view leaves nothing.</summary>
    private bool Forgets => !Has(StoreCapabilities.Durable) && !Has(StoreCapabilities.Shared);

    /// <summary>Where the store first answered otherwise; null where it never did.</summary>
    public static async Task<Disagreement?> RunAsync(
        Func<StoreHarness> harnesses, IReadOnlyList<StoreOperation> operations, CancellationToken cancellationToken)
    {
        var harness = harnesses();
        await using (harness.ConfigureAwait(false))
        {
            var trial = new ModelTrial(harness);
            try
            {
                return await trial.RunAsync(operations, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                foreach (var view in trial._views)
                {
                    await view.CloseAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private async Task<Disagreement?> RunAsync(IReadOnlyList<StoreOperation> operations, CancellationToken cancellationToken)
    {
        for (var view = 0; view < (Has(StoreCapabilities.Shared) ? 2 : 1); view++)
        {
            _views.Add(await harness.OpenAsync(cancellationToken).ConfigureAwait(false));
        }

        var step = 0;
        foreach (var operation in operations)
        {
            step++;
            if (await StepAsync(operation, step, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }
        }

        var told = _lines.Count;
        foreach (var operation in Closing.Of(_world, _views.Count))
        {
            if (await StepAsync(operation, step + 1, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            _lines.RemoveRange(told, _lines.Count - told);
        }

        return null;
    }

    private async Task<Disagreement?> StepAsync(StoreOperation operation, int step, CancellationToken cancellationToken)
    {
        var view = operation.View % _views.Count;
        var where = _views.Count > 1 ? $" (view {view + 1})" : "";
        if (operation is Reopen reopen)
        {
            if (!Forgets || reopen.Number % 10 == 0)
            {
                _lines.Add($"reopen{where}");
                await ReopenAsync(view, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }

        if (operation.In(_world) is not { } call)
        {
            return null;
        }

        _lines.Add(call.Line + where);
        var expected = await call.Ask(_reference, cancellationToken).ConfigureAwait(false);
        var got = await AskAsync(call, _views[view], cancellationToken).ConfigureAwait(false);
        call.Then(expected);
        return Disagreement.Between(expected, got) is { } difference ? new(step, _lines, difference.Expected, difference.Got) : null;
    }

    private async Task ReopenAsync(int view, CancellationToken cancellationToken)
    {
        await _views[view].CloseAsync().ConfigureAwait(false);
        _views[view] = await harness.OpenAsync(cancellationToken).ConfigureAwait(false);
        if (Forgets)
        {
            _reference = new();
            _world.Clear();
        }
    }

    private static async Task<IReadOnlyList<string>> AskAsync(StoreCall call, IWorkflowStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await call.Ask(store, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return [$"{error.GetType().Name}: {error.Message}"];
        }
    }

    private bool Has(StoreCapabilities capability) => harness.Capabilities.HasFlag(capability);
}
