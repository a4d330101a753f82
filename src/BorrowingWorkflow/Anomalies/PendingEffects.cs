using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Anomalies;

/// <summary>The effects that waited when the scan began, by request. Grows with the outbox, not with the requests.</summary>
internal sealed class PendingEffects
{
    private readonly Dictionary<RequestId, List<PendingEffect>> _byRequest = [];

    public IEnumerable<PendingEffect> All => _byRequest.Values.SelectMany(effects => effects);

    public static async Task<PendingEffects> ReadAsync(IOutbox outbox, CancellationToken cancellationToken)
    {
        var pending = new PendingEffects();
        await foreach (var batch in outbox.PendingAsync(cancellationToken).ConfigureAwait(false))
        {
            foreach (var effect in batch)
            {
                if (!pending._byRequest.TryGetValue(effect.Request, out var effects))
                {
                    pending._byRequest.Add(effect.Request, effects = new(1));
                }

                effects.Add(effect);
            }
        }

        return pending;
    }

    public IReadOnlyList<PendingEffect> Of(RequestId request) => _byRequest.TryGetValue(request, out var effects) ? effects : [];
}
