using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Anomalies;

/// <summary>The temporary items of one batch of rows, asked for in portions.</summary>
internal sealed class BatchItems(IItemSource source, StatusSet wanted)
{
    /// <summary>The most that an item source is asked for at a time.</summary>
    internal const int Portion = 1000;

    private readonly List<RequestId> _asked = new(Portion);
    private readonly Dictionary<RequestId, IReadOnlyList<ProcessType>> _items = [];

    public IReadOnlyList<ProcessType> Of(RequestId request) => _items.TryGetValue(request, out var items) ? items : [];

    public async ValueTask ReadAsync(IReadOnlyList<ScannedRequest> batch, CancellationToken cancellationToken)
    {
        _items.Clear();
        for (var index = 0; index < batch.Count; index++)
        {
            if (wanted.Contains(batch[index].Summary.Status))
            {
                _asked.Add(batch[index].Summary.Id);
            }

            if (_asked.Count == Portion)
            {
                await AskAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await AskAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask AskAsync(CancellationToken cancellationToken)
    {
        if (_asked.Count == 0)
        {
            return;
        }

        foreach (var items in await source.FindAsync(_asked, cancellationToken).ConfigureAwait(false))
        {
            _items[items.Key] = [.. items];
        }

        _asked.Clear();
    }
}
