using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>
/// Keeps insights for ten minutes. However many ask, each choice is computed once, and one choice at a time; a caller that goes away stops
/// waiting, not the computation. A failure is told to all who wait and not kept. Safe for any number of threads.
/// </summary>
internal sealed class InsightsBoard(IRequestReader requests, TimeProvider clock) : IDisposable
{
    /// <summary>How long figures are kept, from the moment that they tell of.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    // Addresses name libraries, so anybody can ask for any number of choices.
    private const int MostKept = 32;

    private readonly Lock _gate = new();
    private readonly Dictionary<InsightsChoice, Entry> _entries = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _end = new();

    /// <summary>The figures; waits for them where they have to be computed.</summary>
    /// <exception cref="ObjectDisposedException">The board is closed.</exception>
    public Task<InsightsFigures> GetAsync(InsightsChoice choice, CancellationToken cancellationToken) =>
        Find(choice).WaitAsync(cancellationToken);

    /// <summary>The figures, or null where they are not there after <paramref name="patience"/>; they are computed further then.</summary>
    public async Task<InsightsFigures?> TryGetAsync(InsightsChoice choice, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            return await Find(choice).WaitAsync(patience, clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Ends what is being computed.</summary>
    public void Dispose() => _end.Cancel();

    private Task<InsightsFigures> Find(InsightsChoice choice)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_end.IsCancellationRequested, this);
            var now = clock.GetUtcNow();
            if (_entries.TryGetValue(choice, out var entry) && entry.IsFresh(now))
            {
                return entry.Figures;
            }

            MakeRoom(now);
            var figures = Task.Run(() => ComputeAsync(choice), _end.Token);
            _entries[choice] = new(figures);
            return figures;
        }
    }

    private async Task<InsightsFigures> ComputeAsync(InsightsChoice choice)
    {
        await _turn.WaitAsync(_end.Token).ConfigureAwait(false);
        try
        {
            return await new InsightsReader(requests).ReadAsync(choice, clock.GetUtcNow(), _end.Token).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private void MakeRoom(DateTimeOffset now)
    {
        foreach (var (stale, _) in _entries.Where(pair => !pair.Value.IsFresh(now)).ToList())
        {
            _entries.Remove(stale);
        }

        var done = _entries.Where(pair => pair.Value.ComputedAt is not null).OrderBy(pair => pair.Value.ComputedAt).ToList();
        foreach (var (oldest, _) in done.Take(_entries.Count - MostKept + 1))
        {
            _entries.Remove(oldest);
        }
    }

    private sealed record Entry(Task<InsightsFigures> Figures)
    {
        public DateTimeOffset? ComputedAt => Figures.IsCompletedSuccessfully ? Figures.Result.Until : null;

        public bool IsFresh(DateTimeOffset now) => !Figures.IsCompleted || (ComputedAt is { } at && now - at < KeptFor);
    }
}
