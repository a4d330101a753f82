namespace BorrowingWorkflow.Testing.Replay;

/// <summary>A decision was tried and not kept.</summary>
internal sealed class NotKeptException : Exception;
