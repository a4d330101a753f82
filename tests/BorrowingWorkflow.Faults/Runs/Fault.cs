namespace BorrowingWorkflow.Faults.Runs;

/// <summary>Something that is broken on purpose.</summary>
/// <param name="Name">What it is counted as.</param>
/// <param name="Weight">How often it is drawn, beside the others.</param>
/// <param name="BreakAsync">Breaks it; ends when the run may go on to the next fault.</param>
internal sealed record Fault(string Name, int Weight, Func<Random, Tally, Task> BreakAsync);
