using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>
/// Computes the insights from the store: the histories of the requests that moved in the period, and the present status of the open ones
/// that did not. One history is held at a time. What was purged is left out.
/// </summary>
internal sealed class InsightsReader(IRequestReader requests)
{
    /// <summary>The most requests whose histories are read.</summary>
    public const int MostRequests = 20_000;

    private const int PageSize = 500;

    private static readonly StatusSet Kept = [.. BorrowingStatusExtensions.All.Where(status => status != BorrowingStatus.Deleted)];

    /// <summary>How many histories are read at most; smaller in tests.</summary>
    /// <value><see cref="MostRequests"/>.</value>
    public int Bound { get; init; } = MostRequests;

    public async Task<InsightsFigures> ReadAsync(InsightsChoice choice, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var (moved, cut) = await MovedAsync(choice, until - choice.Period.Length(), cancellationToken).ConfigureAwait(false);
        var from = cut ?? until - choice.Period.Length();
        var tallies = new Tallies(from, until, choice.Period.Steps());
        foreach (var id in moved)
        {
            var life = Life.Of(await requests.HistoryAsync(id, cancellationToken).ConfigureAwait(false), until);
            var walk = RotaWalk.Of(life);
            await NameAsync(id, walk, cancellationToken).ConfigureAwait(false);
            tallies.Add(life, walk);
        }

        await AddUnmovedAsync(choice, tallies, moved, cancellationToken).ConfigureAwait(false);
        return tallies.Figures(moved.Count, cut is not null);
    }

    /// <summary>
    /// The requests that moved since, as many as the bound allows, those that moved last; and where that is not all of them, the moment from
    /// which on it is.
    /// </summary>
    private async Task<(HashSet<RequestId> Moved, DateTimeOffset? Cut)> MovedAsync(
        InsightsChoice choice, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var query = new RequestQuery { Statuses = Kept, Library = choice.Library, EnteredAfter = since, Order = RequestOrder.Newest };
        var moved = new HashSet<RequestId>();
        string? next = null;
        do
        {
            var page = await requests.ListAsync(query, Math.Min(PageSize, Bound - moved.Count), next, cancellationToken).ConfigureAwait(false);
            moved.UnionWith(page.Requests.Select(summary => summary.Id));
            next = page.Next;
            if (moved.Count >= Bound && next is not null)
            {
                return (moved, page.Requests[^1].EnteredAt);
            }
        }
        while (next is not null);

        return (moved, null);
    }

    /// <summary>Where a send was recorded without its partner, the rota tells it, if it holds as many that were asked.</summary>
    private async Task NameAsync(RequestId id, RotaWalk walk, CancellationToken cancellationToken)
    {
        if (walk.Asks.All(ask => ask.Partner is not null)
            || await requests.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } request)
        {
            return;
        }

        string[] asked = [.. request.Rota.Where(entry => entry.IsConfirmed).Select(entry => entry.Partner)];
        if (asked.Length == walk.Asks.Count)
        {
            foreach (var (ask, partner) in walk.Asks.Zip(asked))
            {
                ask.Partner ??= partner;
            }
        }
    }

    /// <summary>Adds the open requests that stood still.</summary>
    private async Task AddUnmovedAsync(InsightsChoice choice, Tallies tallies, HashSet<RequestId> moved, CancellationToken cancellationToken)
    {
        await foreach (var batch in requests.ScanAsync(ScanScope.Watched, cancellationToken).ConfigureAwait(false))
        {
            foreach (var (summary, _) in batch)
            {
                if (summary.EnteredAt <= tallies.From && !moved.Contains(summary.Id) && (choice.Library is null || choice.Library == summary.Library))
                {
                    tallies.Add(new Stay(summary.Status, summary.EnteredAt, null));
                }
            }
        }
    }
}
