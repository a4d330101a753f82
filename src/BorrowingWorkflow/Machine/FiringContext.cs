using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>What the guards of a configured machine look at.</summary>
internal readonly record struct FiringContext(Actors By, GuardFacts Facts, BorrowingStatus Restored);
