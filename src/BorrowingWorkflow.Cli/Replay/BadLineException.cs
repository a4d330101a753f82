namespace BorrowingWorkflow.Cli.Replay;

/// <summary>A line is no event that can be applied: the message says what is wrong; what to do. Nothing was stored.</summary>
internal sealed class BadLineException(string message) : Exception(message);
