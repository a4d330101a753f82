using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Storage;

/// <summary>The store can't be opened, read or written: a file that is missing, damaged, locked or of a newer version, a full disk. The message says what to do.</summary>
/// <param name="message">What is wrong, where, and what to do about it; no patron data.</param>
/// <param name="inner">What the database said.</param>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : WorkflowException(message, inner);
