namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>How far the requests came that were submitted in the period.</summary>
/// <param name="Stages">
/// The submission, the rota, the first partner asked, the second, and so on; what nobody reached is left out. The last one that there can be
/// counts every further partner too.
/// </param>
internal sealed record RotaFunnel(IReadOnlyList<FunnelStage> Stages)
{
    /// <summary>The number of partners from which on no further stage is told apart.</summary>
    public const int MostAsked = 5;

    /// <summary>How many were submitted.</summary>
    public int Submitted => Stages.Count > 0 ? Stages[0].Reached : 0;

    /// <summary>How many were supplied.</summary>
    public int Supplied => Stages.Sum(stage => stage.Supplied);

    /// <summary>How many are still under way, unsupplied.</summary>
    public int Open => Stages.Sum(stage => stage.Open);

    /// <summary>How many ended unsupplied, by reason, the commonest first.</summary>
    public IReadOnlyList<LossCount> Losses =>
    [
        .. Stages.SelectMany(stage => stage.Losses).GroupBy(loss => loss.Loss)
            .Select(group => new LossCount(group.Key, group.Sum(loss => loss.Count)))
            .OrderByDescending(loss => loss.Count).ThenBy(loss => loss.Loss),
    ];
}
