using System.Collections.Concurrent;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>Counts what happened, and lets others wait for acknowledgements. Safe for any number of threads.</summary>
internal sealed class Tally
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<(int At, TaskCompletionSource Reached)> _waiting = [];
    private int _acknowledged;

    public int Acknowledged => Volatile.Read(ref _acknowledged);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    public void Count(string what) => _counts.AddOrUpdate(what, 1, (_, count) => count + 1);

    public void Acknowledge()
    {
        lock (_lock)
        {
            _acknowledged++;
            _waiting.FindAll(wait => wait.At <= _acknowledged).ForEach(wait => wait.Reached.SetResult());
            _waiting.RemoveAll(wait => wait.At <= _acknowledged);
        }
    }

    public override string ToString() =>
        string.Join('\n', _counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"  {count.Value,8:N0} {count.Key}"));

    /// <summary>Waits for so many acknowledgements more.</summary>
    /// <exception cref="TimeoutException">They did not come: something stands still that should not.</exception>
    public async Task AcknowledgementsAsync(int more)
    {
        if (!await AcknowledgementsAsync(more, Patience))
        {
            throw new TimeoutException($"No {more} inputs were acknowledged within {Patience.TotalSeconds} seconds.\n{this}");
        }
    }

    /// <summary>Waits for so many acknowledgements more, but no longer than that; false where they did not come.</summary>
    public async Task<bool> AcknowledgementsAsync(int more, TimeSpan atMost)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (int At, TaskCompletionSource Reached) wait;
        lock (_lock)
        {
            _waiting.Add(wait = (_acknowledged + more, reached));
        }

        await Task.WhenAny(reached.Task, Task.Delay(atMost, TimeProvider.System));
        lock (_lock)
        {
            _waiting.Remove(wait);
        }

        return reached.Task.IsCompleted;
    }
}
