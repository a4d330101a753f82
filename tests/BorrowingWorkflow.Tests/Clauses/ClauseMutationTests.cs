using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>
/// Each clause is spoiled in every small way: led elsewhere, its guard turned, an actor, a status, a trigger, a step
/// or the whole row taken out.
/// A test that cites the clause has to fail each time; otherwise nothing holds the table to what it says there.
/// </summary>
public class ClauseMutationTests
{
    /// <summary>What cannot show, and why. Each of these has to survive, or it does not belong here.</summary>
    private static readonly Dictionary<(string Clause, string Part), string> Invisible = new()
    {
        [("AP-3", "DisarmPartnerExpiry")] = NoClock,
        [("AP-4", "DisarmPartnerExpiry")] = NoClock,
        [("AP-5", "DisarmPartnerExpiry")] = NoClock,
        [("AP-14", "DisarmPartnerExpiry")] = NoClock,
        [("AP-15", "DisarmPartnerExpiry")] = NoClock,
        [("AP-24", "DisarmPartnerExpiry")] = "In Conditional no such clock runs that could be stopped.",
        [("AP-7", "guard RetryStands dropped")] = "In Conditional something always stands, and a condition is asked for first.",
        [("FI-12", "guard ClosedUnshipped dropped")] = "Of physical shipments FI-7 is asked first, and to a file FI-7 never applies.",
        [("FI-18", "not from CancelledByPatron")] = NoItem,
        [("FI-18", "not from CancelledByStaff")] = NoItem,
        [("FI-18", "not from CancelledByPartner")] = NoItem,
        [("FI-18", "not from RejectedByPartner")] = NoItem,
        [("FI-18", "not from Expired")] = NoItem,
        [("FI-18", "not from ExternallyObtained")] = NoItem,
        [("FI-18", "not from ExportedToThirdParty")] = NoItem,
        [("SE-9", "not from Created")] = NoRota,
        [("SE-9", "not from PendingApproval")] = NoRota,
        [("SE-9", "not from LocalHolding")] = NoRota,
        [("SE-9", "not from BadCitation")] = NoRota,
        [("ME-3", "not from Created")] = NoRota,
        [("ME-3", "not from PendingApproval")] = NoRota,
        [("ME-3", "not from LocalHolding")] = NoRota,
        [("ME-3", "not from BadCitation")] = NoRota,
    };

    private const string NoClock = "The status that it leads to keeps no such clock anyway.";
    private const string NoRota = "There is no way back to the intake, and an import there brings no partner that was asked.";
    private const string NoItem = "No course of events leaves a temporary item standing there.";

    public static TheoryData<string> CitedClauses =>
        [.. TransitionTable.Default.Rows.Select(row => row.Clause).Where(clause => CitingTest.Scenes.Any(test => test.Clauses.Contains(clause)))];

    [Theory]
    [MemberData(nameof(CitedClauses))]
    public void A_spoiled_clause_fails_a_test_that_cites_it(string clause)
    {
        CitingTest[] tests = [.. CitingTest.Scenes.Where(test => test.Clauses.Contains(clause))];
        Assert.All(tests, test => test.Run());
        var row = TransitionTable.Default.Rows.Single(row => row.Clause == clause);

        Mutant[] mutants = [.. Mutant.Of(row)];
        var survivors = mutants.AsParallel().Where(mutant => Survives(mutant, tests)).Select(mutant => mutant.What).Order().ToArray();

        var invisible = mutants.Select(mutant => mutant.What)
            .Where(what => Invisible.Keys.Any(key => key.Clause == clause && what.Contains(key.Part, StringComparison.Ordinal))).Order().ToArray();
        Assert.True(
            invisible.SequenceEqual(survivors),
            $"""
            {clause} can be spoiled without a failure of {string.Join(", ", tests.Select(test => test.Name).Distinct())}:
            {string.Join(Environment.NewLine, survivors.Except(invisible))}
            {string.Join(Environment.NewLine, invisible.Except(survivors).Select(what => $"{what}: is noticed, so it is not invisible"))}
            Again: dotnet test tests/BorrowingWorkflow.Tests --filter "FullyQualifiedName~ClauseMutationTests&DisplayName~{clause}"
            """);
    }

    private static bool Survives(Mutant mutant, CitingTest[] tests)
    {
        TestTable.Try(new(mutant.Rows));
        try
        {
            foreach (var test in tests)
            {
                test.Run();
            }

            return true;
        }
        catch (Exception)
        {
            // Whatever it is: the test has noticed.
            return false;
        }
        finally
        {
            TestTable.Restore();
        }
    }
}
