namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>Everything that is counted in one pass.</summary>
internal sealed class Tallies(DateTimeOffset from, DateTimeOffset until, int steps)
{
    private readonly PhaseCounter _phases = new(from, until, steps);
    private readonly StayCounter _stays = new(from);
    private readonly PartnerCounter _partners = new(from);
    private readonly FunnelCounter _funnel = new(from);

    /// <summary>Since when is counted.</summary>
    public DateTimeOffset From => from;

    public void Add(Life life, RotaWalk walk)
    {
        foreach (var stay in life.Stays())
        {
            Add(stay);
        }

        foreach (var ask in walk.Asks)
        {
            _partners.Add(ask);
        }

        _funnel.Add(walk);
    }

    public void Add(in Stay stay)
    {
        _phases.Add(stay);
        _stays.Add(stay);
    }

    public InsightsFigures Figures(int moved, bool isBounded) => new()
    {
        From = from,
        Until = until,
        Moved = moved,
        IsBounded = isBounded,
        Phases = _phases.Moments(),
        Stays = _stays.Figures(),
        Partners = _partners.Figures(),
        Funnel = _funnel.Funnel(),
    };
}
