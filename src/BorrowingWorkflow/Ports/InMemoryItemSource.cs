using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>A local catalogue's temporary items that are given once, as from an export: for tests, demonstrations and small hosts. Safe for any number of threads.</summary>
public sealed class InMemoryItemSource : IItemSource
{
    private readonly ILookup<RequestId, ProcessType> _items;

    /// <summary>Makes a source of the items; a request may have several.</summary>
    public InMemoryItemSource(params IEnumerable<(RequestId Request, ProcessType ProcessType)> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = items.ToLookup(item => item.Request, item => item.ProcessType);
    }

    /// <inheritdoc/>
    public ValueTask<ILookup<RequestId, ProcessType>> FindAsync(IReadOnlyCollection<RequestId> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return new(requests.Distinct()
            .SelectMany(request => _items[request].Select(processType => (request, processType)))
            .ToLookup(item => item.request, item => item.processType));
    }
}
