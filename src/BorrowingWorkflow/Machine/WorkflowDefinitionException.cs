using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Machine;

/// <summary>The transition table contradicts itself.</summary>
/// <param name="findings">What is wrong, a sentence each.</param>
public sealed class WorkflowDefinitionException(IReadOnlyList<string> findings)
    : WorkflowException($"The transition table has {findings.Count} faults: {string.Join(" ", findings)}")
{
    /// <summary>What is wrong, a sentence each.</summary>
    public IReadOnlyList<string> Findings { get; } = findings;
}
