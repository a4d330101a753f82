using System.Text.RegularExpressions;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Tests.Spec;

public partial class TransitionAgreementTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> Wanted = SpecTable.Read("transitions.tsv").Rows;

    public static TheoryData<string> Clauses => [.. Wanted.Select(row => row["clause"])];

    [Fact]
    public void Clauses_are_the_specifications_in_its_order() =>
        Assert.Equal(Wanted.Select(row => row["clause"]), BorrowingMachine.Transitions.Select(row => row.Clause));

    [Theory]
    [MemberData(nameof(Clauses))]
    public void A_clause_says_what_the_specification_says(string clause)
    {
        var wanted = Wanted.Single(row => row["clause"] == clause);
        var actual = BorrowingMachine.Transitions.Single(row => row.Clause == clause);

        Assert.Equal(SpecWords.Statuses(wanted["from"]), actual.From);
        Assert.Equal(SpecWords.Triggers(wanted["trigger"]), actual.Triggers);
        Assert.Equal(SpecWords.Actors(wanted["actor"]), actual.Actors);
        Assert.Equal(wanted["guard"], actual.Guard);
        Assert.Equal(wanted["to"], InTheSpecificationsWords(actual));
        Assert.Equal(WithoutSeparators(wanted["effects"]), WithoutSeparators(actual.Effects));
        Assert.Equal(wanted["source"], actual.Source == ClauseSource.Document ? "source" : "field");
    }

    [Fact]
    public void Each_memory_is_restored_by_its_own_clause_only() =>
        Assert.Equal(
            ["CA-13 Cancel", "RE-3 Return", "FI-2 Close"],
            BorrowingMachine.Transitions.Where(row => row.To.Kind == TargetKind.Memory).Select(row => $"{row.Clause} {row.To.Memory}"));

    /// <summary>The specification names the clauses that "as …" refers to, the table their trigger.</summary>
    private static string InTheSpecificationsWords(Transition row)
    {
        if (row.To.Kind != TargetKind.AsOn)
        {
            return row.Target;
        }

        var clauses = TransitionTable.Default.Cell(row.From.Single(), row.To.Trigger);
        return $"as {clauses[0].Clause} to {clauses[^1].Clause}";
    }

    /// <summary>"-" means no effects; whether a comma or a semicolon parts them means nothing, and so does "then apply" after them.</summary>
    private static string WithoutSeparators(string effects) => effects == "-" ? "" : Separators().Replace(effects, "");

    [GeneratedRegex(@"[,;\s]|then apply$")]
    private static partial Regex Separators();
}
