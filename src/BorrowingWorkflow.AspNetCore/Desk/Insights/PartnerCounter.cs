namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>Counts what partners did with what they were asked after a moment.</summary>
internal sealed class PartnerCounter(DateTimeOffset from)
{
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);

    public void Add(Ask ask)
    {
        if (ask.Partner is not { } partner || ask.At <= from)
        {
            return;
        }

        if (!_tallies.TryGetValue(partner, out var tally))
        {
            _tallies.Add(partner, tally = new());
        }

        tally.Asked++;
        tally.Waiting += ask.IsSettled ? 0 : 1;
        tally.Supplied += ask.IsSupplied ? 1 : 0;
        if (ask is { SentAt: { } sent, ShippedAt: { } shipped })
        {
            tally.ToShipped.Add(shipped - sent);
        }

        if (ask is { SentAt: { } asked, ReceivedAt: { } received })
        {
            tally.ToReceived.Add(received - asked);
        }
    }

    public IReadOnlyList<PartnerFigures> Figures() =>
    [
        .. _tallies.OrderByDescending(pair => pair.Value.Asked).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new PartnerFigures(pair.Key, pair.Value.Asked, pair.Value.Waiting, pair.Value.Supplied)
            {
                ToShipped = NearestRank.Median(pair.Value.ToShipped),
                ToReceived = NearestRank.Median(pair.Value.ToReceived),
            }),
    ];

    private sealed class Tally
    {
        public int Asked { get; set; }

        public int Waiting { get; set; }

        public int Supplied { get; set; }

        public List<TimeSpan> ToShipped { get; } = [];

        public List<TimeSpan> ToReceived { get; } = [];
    }
}
