using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Testing.Replay;
using BorrowingWorkflow.Tests.Clauses;

namespace BorrowingWorkflow.Testing.Tests.Replay;

/// <summary>The table is changed on purpose, a clause at a time; the recorded histories have to notice, and to name the clause.</summary>
public class ChangedTableTests
{
    private static readonly Lazy<IReadOnlyList<RecordedHistory>> Histories =
        new(() => RecordedHistory.LoadFolderAsync(RecordedHistoriesTests.Folder).GetAwaiter().GetResult());

    public static TheoryData<string> Clauses => [.. TransitionTable.Default.Rows.Select(row => row.Clause)];

    [Theory]
    [MemberData(nameof(Clauses))]
    public async Task A_clause_that_is_taken_out_or_leads_elsewhere_is_found_and_named(string clause)
    {
        var row = TransitionTable.Default.Rows.Single(row => row.Clause == clause);
        RecordedHistory[] citing = [.. Histories.Value.Where(history => history.Clauses.Contains(clause))];

        foreach (var mutant in Mutant.Of(row).Where(mutant => mutant.What == "row removed" || mutant.What.StartsWith("leads to", StringComparison.Ordinal)))
        {
            // Without the row, what was permitted and which clocks ran may differ before it is its turn.
            var isEarly = mutant.What == "row removed";
            var report = await new DefinitionReplay { Table = new(mutant.Rows) }.ReplayAsync(citing);

            Assert.True(
                (isEarly ? report.Differences : report.Causes).Any(found => found.Clause?.Split('+').Contains(clause) == true),
                $"{clause}, {mutant.What}: {(report.Differences.Count == 0 ? "not noticed" : report)}");
        }
    }

    [Fact]
    public async Task Of_the_steps_that_are_taken_out_nine_in_ten_are_noticed()
    {
        var (found, all) = (0, 0);
        foreach (var row in TransitionTable.Default.Rows)
        {
            RecordedHistory[] citing = [.. Histories.Value.Where(history => history.Clauses.Contains(row.Clause))];
            foreach (var mutant in Mutant.Of(row).Where(mutant => mutant.What.StartsWith("step", StringComparison.Ordinal)))
            {
                all++;
                var report = await new DefinitionReplay { Table = new(mutant.Rows) }.ReplayAsync(citing);
                found += report.Differences.Count > 0 ? 1 : 0;
            }
        }

        Assert.True(found >= all * 0.9, $"Of {all} steps that were taken out the recorded histories notice {found}.");
    }
}
