using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>What makes a message the same message.</summary>
/// <param name="Request">The request that it is about.</param>
/// <param name="Sender"><c>patron</c>, <c>staff</c>, <c>system</c>, or <c>partner:</c> and the partner's code.</param>
/// <param name="MessageId">The sender's id for it.</param>
public readonly record struct MessageKey(RequestId Request, string Sender, string MessageId);
