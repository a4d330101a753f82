namespace BorrowingWorkflow.Cli;

/// <summary>Something that the tool was given is wrong; the message says what, and what to do about it.</summary>
internal sealed class BadInputException(string message) : Exception(message);
