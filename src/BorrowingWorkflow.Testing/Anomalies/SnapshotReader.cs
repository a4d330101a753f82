using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Anomalies;

/// <summary>Shows a scan the requests that it is given, in their order, in batches, and as sparingly as a store does.</summary>
internal sealed class SnapshotReader(IEnumerable<BorrowingRequest> requests, int batch) : IRequestReader
{
    public async IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(
        ScanScope scope, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var rows in requests.Select(Row).Chunk(batch))
        {
            await Task.Yield();
            yield return rows;
        }
    }

    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) => throw Unread();

    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) => throw Unread();

    public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default) => throw Unread();

    private static ScannedRequest Row(BorrowingRequest request)
    {
        var summary = RequestSummary.Of(request);
        return new(summary, summary.IsWatched || (summary.Traits & RequestTraits.Remarkable) != 0 ? request : null);
    }

    private static NotSupportedException Unread() => new("A scan reads by scanning.");
}
