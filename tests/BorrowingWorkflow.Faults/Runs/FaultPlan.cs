namespace BorrowingWorkflow.Faults.Runs;

/// <summary>Draws the faults of a run by its seed, and injects them one after another.</summary>
internal sealed class FaultPlan(RunOptions options, Fleet fleet, IStage stage, Tally tally)
{
    // Two clocks that are further apart than a lease is long would give every effect to two dispatchers at once.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan[] Forwards =
        [TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1), TimeSpan.FromHours(7), TimeSpan.FromDays(2), TimeSpan.FromDays(6)];

    private static readonly TimeSpan[] Back = [TimeSpan.FromSeconds(-90), TimeSpan.FromMinutes(-30), TimeSpan.FromHours(-5)];

    private readonly Random _random = new(options.Seed);

    /// <summary>Everything that is broken in a run on the stage.</summary>
    public IReadOnlyList<Fault> Faults { get; } =
    [
        new("hosts killed", 8, (random, _) => fleet.KillAsync(random.Next(fleet.Size))),
        new("hosts killed with an effect under way", 6, (random, _) => fleet.KillAtNextEffectAsync(random.Next(fleet.Size))),
        new("all hosts killed", 2, (_, _) => Task.WhenAll(Enumerable.Range(0, fleet.Size).Select(fleet.KillAsync))),
        new("clock jumps forward", 12, (random, _) => fleet.JumpAsync(Forwards[random.Next(Forwards.Length)])),
        new("clock jumps back", 4, (random, _) => fleet.JumpAsync(Back[random.Next(Back.Length)])),
        new("one clock apart from the others", 4, (random, _) => fleet.SkewAsync(random.Next(fleet.Size), MostSkew * (random.NextDouble() - 0.5) * 2)),
        .. stage.Faults,
    ];

    public async Task RunAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        for (var done = 0; options.Rounds is { } rounds ? done < rounds * Faults.Count : TimeProvider.System.GetElapsedTime(started) < options.Length; done++)
        {
            await tally.AcknowledgementsAsync(_random.Next(1, options.MostBetweenFaults));
            // The first ones are one of each, and so are all of a short run.
            var fault = done < Faults.Count * (options.Rounds ?? 1) ? Faults[done % Faults.Count] : Draw();
            await fault.BreakAsync(_random, tally);
            tally.Count(fault.Name);
        }
    }

    private Fault Draw()
    {
        var draw = _random.Next(Faults.Sum(fault => fault.Weight));
        return Faults.First(fault => (draw -= fault.Weight) < 0);
    }
}
