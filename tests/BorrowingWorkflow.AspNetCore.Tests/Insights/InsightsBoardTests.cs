using System.Runtime.CompilerServices;
using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Tests.Insights;

public class InsightsBoardTests
{
    private static readonly InsightsChoice Choice = new(InsightsPeriod.FourWeeks, null);

    [Fact]
    public async Task However_many_ask_it_is_computed_once()
    {
        await using var term = new Term();
        var store = new Counted(term.Store) { Gate = new() };
        using var board = new InsightsBoard(store, term.Clock);

        var asked = Enumerable.Range(0, 20).Select(_ => board.GetAsync(Choice, CancellationToken.None)).ToList();
        store.Gate.SetResult();
        var figures = await Task.WhenAll(asked);

        Assert.Equal(1, store.Lists);
        Assert.Single(figures.Distinct());
    }

    [Fact]
    public async Task Figures_are_kept_for_ten_minutes()
    {
        await using var term = new Term();
        var store = new Counted(term.Store);
        using var board = new InsightsBoard(store, term.Clock);

        var first = await board.GetAsync(Choice, CancellationToken.None);
        term.Clock.Advance(InsightsBoard.KeptFor - TimeSpan.FromTicks(1));
        var second = await board.GetAsync(Choice, CancellationToken.None);
        term.Clock.Advance(TimeSpan.FromTicks(1));
        var third = await board.GetAsync(Choice, CancellationToken.None);

        Assert.Same(first, second);
        Assert.NotSame(first, third);
        Assert.Equal(2, store.Lists);
    }

    [Fact]
    public async Task Each_choice_has_its_own_figures()
    {
        await using var term = new Term();
        using var board = new InsightsBoard(term.Store, term.Clock);

        var year = await board.GetAsync(new(InsightsPeriod.Year, "SDSU"), CancellationToken.None);

        Assert.Equal(TimeSpan.FromDays(364), year.Until - year.From);
        Assert.NotSame(year, await board.GetAsync(Choice, CancellationToken.None));
    }

    [Fact]
    public async Task A_failure_is_told_and_not_kept()
    {
        await using var term = new Term();
        var store = new Counted(term.Store) { Fault = new StoreUnavailableException("The disk is full.", null) };
        using var board = new InsightsBoard(store, term.Clock);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => board.GetAsync(Choice, CancellationToken.None));
        store.Fault = null;

        Assert.NotNull(await board.GetAsync(Choice, CancellationToken.None));
    }

    [Fact]
    public async Task A_caller_that_goes_away_does_not_end_it_for_the_others()
    {
        await using var term = new Term();
        var store = new Counted(term.Store) { Gate = new() };
        using var board = new InsightsBoard(store, term.Clock);
        using var gone = new CancellationTokenSource();

        var first = board.GetAsync(Choice, gone.Token);
        var second = board.GetAsync(Choice, CancellationToken.None);
        await gone.CancelAsync();
        store.Gate.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.NotNull(await second);
        Assert.Equal(1, store.Lists);
    }

    [Fact]
    public async Task Who_will_not_wait_gets_nothing_and_it_is_there_the_next_time()
    {
        await using var term = new Term();
        var store = new Counted(term.Store) { Gate = new() };
        using var board = new InsightsBoard(store, term.Clock);

        var impatient = board.TryGetAsync(Choice, TimeSpan.FromSeconds(2), CancellationToken.None);
        term.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await impatient);
        store.Gate.SetResult();
        var figures = await board.GetAsync(Choice, CancellationToken.None);

        Assert.Same(figures, await board.TryGetAsync(Choice, TimeSpan.FromSeconds(2), CancellationToken.None));
    }

    [Fact]
    public async Task A_closed_board_computes_nothing()
    {
        await using var term = new Term();
        var store = new Counted(term.Store) { Gate = new() };
        var board = new InsightsBoard(store, term.Clock);
        var waiting = board.GetAsync(Choice, CancellationToken.None);

        board.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => board.GetAsync(Choice, CancellationToken.None));
    }

    /// <summary>Counts the lists that are asked for, holds them at a gate, and fails if told to.</summary>
    private sealed class Counted(IRequestReader inner) : IRequestReader
    {
        private int _lists;

        public int Lists => _lists;

        public TaskCompletionSource? Gate { get; init; }

        public Exception? Fault { get; set; }

        public async ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _lists);
            await (Gate?.Task ?? Task.CompletedTask).WaitAsync(cancellationToken);
            return Fault is { } fault ? throw fault : await inner.ListAsync(query, limit, after, cancellationToken);
        }

        public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) =>
            inner.FindAsync(request, cancellationToken);

        public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
            inner.HistoryAsync(request, cancellationToken);

        public async IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(
            ScanScope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var batch in inner.ScanAsync(scope, cancellationToken))
            {
                yield return batch;
            }
        }
    }
}
