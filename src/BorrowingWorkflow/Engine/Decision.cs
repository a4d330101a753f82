namespace BorrowingWorkflow.Engine;

/// <summary>A decision in the making.</summary>
internal sealed class Decision;
