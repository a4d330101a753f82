namespace BorrowingWorkflow.Engine;

/// <summary>A part that the workflow needs was not registered.</summary>
/// <param name="part">The part that is missing.</param>
/// <param name="remedy">What to call, e.g. <c>UseSqlite("requests.db")</c>.</param>
public sealed class IncompleteRegistrationException(string part, string remedy)
    : WorkflowException($"BorrowingWorkflow has no {part}: call {remedy} in AddBorrowingWorkflow.")
{
    /// <summary>The part that is missing.</summary>
    public string Part { get; } = part;

    /// <summary>What to call.</summary>
    public string Remedy { get; } = remedy;
}
