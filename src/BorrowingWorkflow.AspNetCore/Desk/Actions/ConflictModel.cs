using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.AspNetCore.Desk.Actions;

/// <summary>That somebody else moved a request between a page and its form.</summary>
/// <param name="Attempt">What was to be done, on the request as it stands now.</param>
/// <param name="Revision">The revision that the page showed.</param>
/// <param name="History">Everything that happened to the request.</param>
/// <param name="IsStillPermitted">True where it may be done now too.</param>
internal sealed record ConflictModel(ActionModel Attempt, int Revision, IReadOnlyList<HistoryEvent> History, bool IsStillPermitted)
{
    /// <summary>The last event that the page knew of; null where it knew none.</summary>
    public HistoryEvent? Seen => History.LastOrDefault(item => item.Revision <= Revision);

    /// <summary>What happened since, oldest first.</summary>
    public IReadOnlyList<HistoryEvent> Since => [.. History.Where(item => item.Revision > Revision)];
}
