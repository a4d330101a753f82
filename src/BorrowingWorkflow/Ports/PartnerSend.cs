using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Ports;

/// <summary>A message to a partner.</summary>
/// <param name="Effect">What is to be sent; its id is the idempotency key.</param>
/// <param name="Request">The request as it stands now.</param>
/// <param name="Partner">The partner that it goes to.</param>
public sealed record PartnerSend(Effect Effect, BorrowingRequest Request, Partner Partner);
