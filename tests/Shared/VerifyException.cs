namespace BorrowingWorkflow.Tests.Shared;

/// <summary>A snapshot is missing or says something else.</summary>
internal sealed class VerifyException(string message) : Exception(message);
