using System.Diagnostics;
using BorrowingWorkflow.Machine.Lint;

namespace BorrowingWorkflow.Machine;

/// <summary>Reads a transition table for what it should not say. A finding is a sentence that names the clause or the status.</summary>
internal static class TransitionLint
{
    private static readonly Lazy<IReadOnlyList<string>> OfTheDefault = new(() => Check(TransitionTable.Default.Rows));

    /// <summary>What is wrong with the rows; empty where nothing is. Rows whose references don't resolve are looked at no further.</summary>
    public static IReadOnlyList<string> Check(IReadOnlyList<Transition> rows)
    {
        string[] unreadable = [.. RowLint.Check(rows)];
        if (unreadable.Length > 0)
        {
            return unreadable;
        }

        var table = new TransitionTable(rows);
        return [.. PathLint.Check(table), .. GuardLint.Check(table)];
    }

    /// <summary>Refuses to start on a table with findings. In release builds this is nothing: the tests have looked by then.</summary>
    /// <exception cref="WorkflowDefinitionException">The table has findings.</exception>
    [Conditional("DEBUG")]
    public static void Ensure() => Ensure(OfTheDefault.Value);

    /// <summary>Throws where there are findings.</summary>
    /// <exception cref="WorkflowDefinitionException">There are findings.</exception>
    public static void Ensure(IReadOnlyList<string> findings)
    {
        if (findings.Count > 0)
        {
            throw new WorkflowDefinitionException(findings);
        }
    }
}
