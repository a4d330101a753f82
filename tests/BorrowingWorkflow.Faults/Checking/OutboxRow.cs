using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>A row of the outbox.</summary>
/// <param name="Id">The effect's id, as the row has it.</param>
/// <param name="Effect">The effect.</param>
/// <param name="Outcome">What became of it; null where it is not settled.</param>
internal sealed record OutboxRow(string Id, Effect Effect, EffectOutcome? Outcome);
