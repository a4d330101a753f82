using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Cli.Replay;

/// <summary>What became of one line: a verdict, or a fault.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="End">How many bytes of the file end with it.</param>
/// <param name="Input">The event; null where the line is bad.</param>
/// <param name="Result">Its verdict; null where the line is bad.</param>
/// <param name="Fault">What is wrong; what to do. Null where there is a verdict.</param>
internal sealed record ReplayedLine(int Number, long End, WorkflowInput? Input, TransitionResult? Result, string? Fault);
