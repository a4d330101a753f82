using System.Runtime.CompilerServices;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

public sealed partial class InMemoryWorkflowStore
{
    /// <inheritdoc/>
    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(_requests.GetValueOrDefault(request)?.Snapshot);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return new(_requests.TryGetValue(request, out var stored) ? [.. stored.History] : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        cancellationToken.ThrowIfCancellationRequested();
        var beyond = query.BeyondSummary();
        lock (_gate)
        {
            return new(ListOrder.PageOf(
                _requests.Values
                    .Where(stored => beyond is null || (query.Matches(stored.Summary) && beyond(stored.Snapshot)))
                    .Select(stored => stored.Summary),
                query,
                limit,
                after));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(
        ScanScope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StoredRequest[] all;
        lock (_gate)
        {
            all = [.. _requests.Values];
        }

        List<ScannedRequest> batch = new(BatchSize);
        foreach (var stored in all)
        {
            var (summary, snapshot) = stored.Current;
            if (scope == ScanScope.Watched && !summary.IsWatched)
            {
                continue;
            }

            var opened = scope == ScanScope.Everything && (summary.IsWatched || (summary.Traits & RequestTraits.Remarkable) != 0);
            batch.Add(new(summary, opened ? snapshot : null));
            if (batch.Count == BatchSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return batch;
                batch.Clear();
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (batch.Count > 0)
        {
            yield return batch;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }
}
