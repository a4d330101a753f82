namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>Counts how far the requests came that were submitted after a moment.</summary>
internal sealed class FunnelCounter(DateTimeOffset from)
{
    private const int StageCount = RotaFunnel.MostAsked + 2;

    private readonly Tally[] _tallies = [.. Enumerable.Range(0, StageCount).Select(_ => new Tally())];

    public void Add(RotaWalk walk)
    {
        if (walk.SubmittedAt is not { } submitted || submitted <= from)
        {
            return;
        }

        var stage = walk.Asks.Count > 0 ? Math.Min(walk.Asks.Count, RotaFunnel.MostAsked) + 1 : walk.HasRota ? 1 : 0;
        var tally = _tallies[stage];
        if (walk.IsSupplied)
        {
            tally.Supplied++;
        }
        else if (walk.Loss is { } loss)
        {
            tally.Lost[(int)loss]++;
        }
        else
        {
            tally.Open++;
        }
    }

    public RotaFunnel Funnel()
    {
        var stages = new List<FunnelStage>(StageCount);
        var reached = 0;
        for (var index = StageCount - 1; index >= 0; index--)
        {
            var tally = _tallies[index];
            LossCount[] losses =
            [
                .. Enum.GetValues<Loss>().Select(loss => new LossCount(loss, tally.Lost[(int)loss]))
                    .Where(loss => loss.Count > 0).OrderByDescending(loss => loss.Count).ThenBy(loss => loss.Loss),
            ];
            reached += tally.Supplied + tally.Open + losses.Sum(loss => loss.Count);
            if (reached > 0)
            {
                stages.Insert(0, new(index switch { 0 => 0, 1 => null, _ => index - 1 }, reached, tally.Supplied, tally.Open, losses));
            }
        }

        return new(stages);
    }

    private sealed class Tally
    {
        public int Supplied { get; set; }

        public int Open { get; set; }

        public int[] Lost { get; } = new int[Enum.GetValues<Loss>().Length];
    }
}
