using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Storage;

/// <summary>An input with its verdict, and the key under which it is found when the message comes again.</summary>
/// <param name="Event">The input and its verdict.</param>
/// <param name="Sender">The key's sender.</param>
/// <param name="MessageId">The key's message id.</param>
public sealed record KeyedEvent(HistoryEvent Event, string Sender, string MessageId);
