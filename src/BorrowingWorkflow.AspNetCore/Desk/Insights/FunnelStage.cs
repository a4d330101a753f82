namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>How many requests came as far as a stage, and what became of those that came no further.</summary>
/// <param name="Asked">0 at the submission; null where a rota was found; else the number of partners that had been asked by then.</param>
/// <param name="Reached">How many came as far.</param>
/// <param name="Supplied">Of these, how many were supplied here.</param>
/// <param name="Open">How many stand here still.</param>
/// <param name="Losses">How many ended here, by reason, the commonest first.</param>
internal sealed record FunnelStage(int? Asked, int Reached, int Supplied, int Open, IReadOnlyList<LossCount> Losses)
{
    /// <summary>How many ended here.</summary>
    public int Lost => Losses.Sum(loss => loss.Count);

    /// <summary>How many went on to the next stage.</summary>
    public int WentOn => Reached - Supplied - Open - Lost;
}
