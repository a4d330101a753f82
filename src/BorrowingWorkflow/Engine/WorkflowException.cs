namespace BorrowingWorkflow.Engine;

/// <summary>The parent of everything that the workflow throws of itself. Messages carry ids and statuses, never patron data.</summary>
public abstract class WorkflowException : Exception
{
    private protected WorkflowException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
