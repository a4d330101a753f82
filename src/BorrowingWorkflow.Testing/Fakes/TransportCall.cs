using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>One call of a <see cref="ScriptedTransport"/>.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="Effect">The effect that it was called with.</param>
/// <param name="Partner">The partner's code.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Answer">What the caller was told; null where the call threw.</param>
public sealed record TransportCall(TransportCallKind Kind, Effect Effect, string Partner, DateTimeOffset At, Delivery? Answer);
