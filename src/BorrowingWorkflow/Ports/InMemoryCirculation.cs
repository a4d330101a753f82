using System.Collections.Concurrent;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>
/// A circulation that keeps one temporary item a request in memory: for tests, demonstrations and small hosts. What it knows is gone with
/// the process. Safe for any number of threads.
/// </summary>
/// <remarks>
/// A created item is awaited (<see cref="ProcessType.ResourceSharingRequest"/>) until it is put on the hold shelf or in transit. The loan
/// itself is made at the desk and not by an effect: <see cref="Set"/> stands for the desk.
/// </remarks>
public sealed class InMemoryCirculation : ICirculation, IItemSource
{
    private readonly EffectLog<bool> _log = new();
    private readonly ConcurrentDictionary<RequestId, ProcessType> _items = new();
    private readonly ConcurrentDictionary<RequestId, ProcessType> _deleted = new();

    /// <summary>What was carried out, each effect once, oldest first. Free text is taken off with the patron's data.</summary>
    public IReadOnlyList<Effect> Applied => _log.Effects;

    /// <summary>The request's temporary item; null where none stands.</summary>
    public ProcessType? ItemOf(RequestId request) => _items.TryGetValue(request, out var item) ? item : null;

    /// <summary>Does what happens at the desk: lends the item, finds it, sends it on. Nothing happens where no item stands.</summary>
    public void Set(RequestId request, ProcessType processType) => Change(request, _ => processType);

    /// <inheritdoc/>
    public ValueTask ApplyAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(effect);
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        _log.Once(effect, () =>
        {
            Apply(effect);
            return true;
        });
        if (effect.Kind == EffectKind.ErasePatronData)
        {
            _log.EraseText(effect.Request);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ILookup<RequestId, ProcessType>> FindAsync(IReadOnlyCollection<RequestId> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return new(requests.Where(_items.ContainsKey).Distinct().ToLookup(request => request, request => _items.GetValueOrDefault(request)));
    }

    private void Apply(Effect effect)
    {
        var request = effect.Request;
        switch (effect.Kind)
        {
            case EffectKind.CreateTemporaryItem:
                _items.TryAdd(request, ProcessType.ResourceSharingRequest);
                break;
            case EffectKind.DeleteTemporaryItem:
                if (_items.TryRemove(request, out var deleted))
                {
                    _deleted[request] = deleted;
                }

                break;
            case EffectKind.RestoreTemporaryItem:
                _items.TryAdd(request, _deleted.TryRemove(request, out var restored) ? restored : ProcessType.Other);
                break;
            case EffectKind.PlaceOnHoldShelf:
                Change(request, _ => ProcessType.HoldShelf);
                break;
            case EffectKind.TransitToPickup or EffectKind.TransitToResourceSharingLibrary:
                Change(request, _ => ProcessType.Transit);
                break;
            case EffectKind.CancelHold:
                Change(request, item => item == ProcessType.HoldShelf ? ProcessType.Other : item);
                break;
            case EffectKind.DischargeLoan:
                Change(request, item => item is ProcessType.Loan or ProcessType.LostLoan ? ProcessType.Other : item);
                break;
            case EffectKind.ExtendLoan or EffectKind.RestoreLoan:
                Change(request, _ => ProcessType.Loan);
                break;
            default:
                // A file, a stray item and the patron's data leave the temporary item as it is.
                break;
        }
    }

    private void Change(RequestId request, Func<ProcessType, ProcessType> change)
    {
        while (_items.TryGetValue(request, out var item) && !_items.TryUpdate(request, change(item), item))
        {
        }
    }
}
