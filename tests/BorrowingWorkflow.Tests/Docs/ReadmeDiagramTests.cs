using System.Text.RegularExpressions;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Docs;

public partial class ReadmeDiagramTests
{
    [Fact]
    public void Every_arrow_of_the_readme_is_in_the_table()
    {
        var arrows = Arrow().Matches(File.ReadAllText(RepositoryRoot.Combine("README.md")));

        Assert.True(arrows.Count > 10, "The README has its diagram.");
        Assert.All(arrows, arrow => Assert.Contains(
            TransitionTable.Default.Cell(Enum.Parse<BorrowingStatus>(arrow.Groups[1].Value), Enum.Parse<Trigger>(arrow.Groups[3].Value)).ToArray(),
            clause => clause.To == Enum.Parse<BorrowingStatus>(arrow.Groups[2].Value)));
    }

    [GeneratedRegex(@"^ +(\w+) --> (\w+) : (\w+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
