namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Makes a sequence that fails shorter: without large parts of it, then without ever smaller ones, down to single operations.</summary>
/// <param name="fails">Runs a sequence: where it fails, or null.</param>
/// <param name="runs">How many sequences are tried at most.</param>
/// <param name="time">For how long.</param>
internal sealed class Shrinker(Func<IReadOnlyList<StoreOperation>, Task<Disagreement?>> fails, int runs, TimeSpan time)
{
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private int _left = runs;

    private bool MayTry => _left > 0 && TimeProvider.System.GetElapsedTime(_start) < time;

    /// <summary>The shortest sequence that was found to fail, and where it does; null where not even the whole one failed again.</summary>
    public async Task<(IReadOnlyList<StoreOperation> Operations, Disagreement Found)?> ShrinkAsync(IReadOnlyList<StoreOperation> operations)
    {
        if (await TryAsync(operations).ConfigureAwait(false) is not { } shortest)
        {
            return null;
        }

        var size = shortest.Operations.Count / 2;
        while (size > 0 && MayTry)
        {
            var before = shortest.Operations.Count;
            for (var end = before; end > 0 && MayTry;)
            {
                var start = Math.Max(0, end - size);
                shortest = await TryAsync([.. shortest.Operations.Take(start), .. shortest.Operations.Skip(end)]).ConfigureAwait(false) ?? shortest;
                end = Math.Min(start, shortest.Operations.Count);
            }

            // Single ones are tried again until none can be left out.
            size = size == 1 && shortest.Operations.Count < before ? 1 : size / 2;
        }

        return shortest;
    }

    /// <summary>What comes after the step that failed is of no use.</summary>
    private async Task<(IReadOnlyList<StoreOperation> Operations, Disagreement Found)?> TryAsync(IReadOnlyList<StoreOperation> operations)
    {
        _left--;
        return await fails(operations).ConfigureAwait(false) is { } found ? ([.. operations.Take(found.Step)], found) : null;
    }
}
