using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>What a decision needs from the store, read as of one moment.</summary>
/// <param name="Request">The request; null where there is none.</param>
/// <param name="FirstVerdict">The event under the message's key; null where the message is new.</param>
/// <param name="OpenSends">The sends of the request that are neither settled nor withdrawn.</param>
public sealed record LoadedRequest(BorrowingRequest? Request, HistoryEvent? FirstVerdict, IReadOnlyList<OpenSend> OpenSends);
