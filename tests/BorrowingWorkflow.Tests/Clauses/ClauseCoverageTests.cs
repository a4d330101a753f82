using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>Clauses and the tests that cite them belong together.</summary>
public class ClauseCoverageTests
{
    private static readonly string[] Clauses = [.. TransitionTable.Default.Rows.Select(row => row.Clause)];

    [Fact]
    public void Every_clause_is_cited_by_a_test_that_decides() =>
        Assert.Empty(Clauses.Except(CitingTest.Scenes.SelectMany(test => test.Clauses)));

    [Fact]
    public void Every_citation_is_of_a_clause() =>
        Assert.Empty(CitingTest.All.SelectMany(test => test.Clauses.Except(Clauses).Select(clause => $"{test.Name} cites {clause}")).Distinct());

    [Fact]
    public void Mutants_of_a_clause_differ_from_it_and_from_each_other()
    {
        var row = TransitionTable.Default.Rows.Single(row => row.Clause == "SE-4");

        Assert.Equal(
            [
                "row removed",
                "leads to RequestSentToPartner",
                "guard ActiveMayHold flipped",
                "guard ActiveMayHold dropped",
                "guard AnotherPending flipped",
                "guard AnotherPending dropped",
                "step 1 \"WithdrawSend\" removed",
                "step 2 \"MarkEntry(Skipped)\" removed",
                "step 3 \"ActivateNextEntry\" removed",
                "step 4 \"SendRequest\" removed",
            ],
            Mutant.Of(row).Select(mutant => mutant.What));
    }
}
