using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>An effect that is not settled.</summary>
/// <param name="Request">The request that it is about.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Detail">Which notice, alert, answer or note it is.</param>
/// <param name="At">When it was decided, in UTC.</param>
/// <param name="Attempts">How often it was tried.</param>
public readonly record struct PendingEffect(RequestId Request, EffectKind Kind, string? Detail, DateTimeOffset At, int Attempts);
