using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Storage;

/// <summary>An effect that is leased to be carried out.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Attempt">Which attempt this is, from 1.</param>
public sealed record LeasedEffect(Effect Effect, int Attempt);
