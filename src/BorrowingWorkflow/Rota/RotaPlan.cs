namespace BorrowingWorkflow.Rota;

/// <summary>A rota as it was built, and why.</summary>
/// <param name="Partners">The codes of the partners, in the order in which they are asked; empty where nobody could supply.</param>
/// <param name="Decisions">The why-log, one line a candidate: those in the rota in its order, then those out of it in the candidates' order.</param>
/// <param name="Rule">The name of the rule that decided; null where there is no rule, or none that applies.</param>
/// <param name="Templates">The names of the templates that the candidates came from; empty where it was the whole directory, or nobody.</param>
public sealed record RotaPlan(
    IReadOnlyList<string> Partners, IReadOnlyList<RotaDecision> Decisions, string? Rule, IReadOnlyList<string> Templates)
{
    /// <summary>True where nobody is left to ask: the answer to the engine is LocateFoundNothing, else RotaBuilt.</summary>
    public bool IsEmpty => Partners.Count == 0;
}
