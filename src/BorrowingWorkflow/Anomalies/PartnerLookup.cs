using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Anomalies;

/// <summary>Asks the directory for each partner once a scan. Grows with the partners.</summary>
internal sealed class PartnerLookup(IPartnerDirectory directory)
{
    private readonly Dictionary<string, Partner?> _known = new(StringComparer.Ordinal);

    public Partner? Find(string code) => _known.GetValueOrDefault(code);

    /// <summary>Looks up the partners of the snapshots among the rows: only those are asked for.</summary>
    public async ValueTask LearnAsync(IReadOnlyList<ScannedRequest> batch, CancellationToken cancellationToken)
    {
        for (var index = 0; index < batch.Count; index++)
        {
            if (batch[index].Request is { } request)
            {
                foreach (var entry in request.Rota)
                {
                    if (!_known.ContainsKey(entry.Partner))
                    {
                        _known.Add(entry.Partner, await directory.FindAsync(entry.Partner, cancellationToken).ConfigureAwait(false));
                    }
                }
            }
        }
    }
}
