using BorrowingWorkflow.Anomalies.Detectors;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Anomalies;

/// <summary>Counts, for each partner, the returns that it has not checked in. Grows with the partners.</summary>
internal sealed class PartnerCheckIns(AnomalySettings settings, DateTimeOffset now)
{
    private readonly Dictionary<string, Returns> _byPartner = new(StringComparer.Ordinal);

    public void Add(RequestSummary summary)
    {
        if (summary.Partner is not { } partner)
        {
            return;
        }

        if (summary.Status == BorrowingStatus.ReturnedItemToPartner)
        {
            if (now - summary.EnteredAt > settings.ReturnedNotCheckedIn)
            {
                Of(partner).Add(summary.EnteredAt);
            }
        }
        else if ((summary.Traits & RequestTraits.ClosedByCheckIn) != 0 && now - summary.EnteredAt <= settings.NeverChecksInWindow)
        {
            Of(partner).ChecksIn = true;
        }
    }

    public IEnumerable<AnomalyFinding> Find() =>
        from partner in _byPartner
        where !partner.Value.ChecksIn && partner.Value.Count >= settings.NeverChecksInRequests
        select new AnomalyFinding(
            SetRules.PartnerNeverChecksIn,
            Request: null,
            $"Partner {partner.Key}: {Words.Count(partner.Value.Count, "return", "returns")} not checked in, the oldest of {Words.Moment(partner.Value.Oldest)}, "
                + $"and nothing checked in for {Words.Length(settings.NeverChecksInWindow)}.")
        {
            Partner = partner.Key,
        };

    private Returns Of(string partner)
    {
        if (!_byPartner.TryGetValue(partner, out var returns))
        {
            _byPartner.Add(partner, returns = new());
        }

        return returns;
    }

    private sealed class Returns
    {
        public bool ChecksIn { get; set; }

        public int Count { get; private set; }

        public DateTimeOffset Oldest { get; private set; } = DateTimeOffset.MaxValue;

        public void Add(DateTimeOffset since)
        {
            Count++;
            Oldest = since < Oldest ? since : Oldest;
        }
    }
}
