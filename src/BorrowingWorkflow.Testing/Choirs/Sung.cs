using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Testing.Choirs;

/// <summary>An input, and what its caller was told.</summary>
internal sealed record Sung(WorkflowInput Input, TransitionResult Told)
{
    /// <summary>What makes it the same message.</summary>
    public MessageKey Key => Input.Key;
}
