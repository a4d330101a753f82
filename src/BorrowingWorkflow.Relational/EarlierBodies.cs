using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Relational;

/// <summary>What is stored of a request before a save that erases patron data. It can't change before the save without the save being a conflict.</summary>
/// <param name="Events">The events.</param>
/// <param name="Effects">The effects, settled ones included.</param>
internal sealed record EarlierBodies(IReadOnlyList<HistoryEvent> Events, IReadOnlyList<Effect> Effects);
