namespace BorrowingWorkflow.Iso18626.Fuzz;

/// <summary>An input was not taken as it has to be.</summary>
internal sealed class FuzzException(string message) : Exception(message);
