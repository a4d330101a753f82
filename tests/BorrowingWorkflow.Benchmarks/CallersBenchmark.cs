using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Sqlite;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>64 callers at once, each with requests of its own, against one caller: saves that wait together share one transaction.</summary>
internal static class CallersBenchmark
{
    private const int Callers = 64;

    public static async Task RunAsync()
    {
        using var folder = new ScratchFolder();
        var inputs = Term.Read(copies: 5);
        var (many, one) = await Measure.InTurnsAsync(5, () => ReplayAsync(folder.NewFile(), inputs, Callers), () => ReplayAsync(folder.NewFile(), inputs, 1));
        Measure.Print(
            $"{Callers} callers, {inputs.Count} events",
            $"{inputs.Count / many.TotalSeconds:0}/s, one caller {inputs.Count / one.TotalSeconds:0}/s: {one / many:0.0} times",
            "3 times",
            one / many >= 3);
    }

    private static async Task ReplayAsync(string file, IReadOnlyList<WorkflowInput> inputs, int callers)
    {
        await using var store = new SqliteWorkflowStore(file);
        var engine = Term.Engine(store);
        await Shares.RunAsync(Shares.Of(inputs, callers, static input => input.Request), (share, _) => Term.ReplayAsync(engine, share));
    }
}
