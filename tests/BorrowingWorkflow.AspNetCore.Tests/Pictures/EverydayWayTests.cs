using System.Text.RegularExpressions;
using BorrowingWorkflow.AspNetCore.Desk.Pictures;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Tests.Pictures;

public partial class EverydayWayTests
{
    [Fact]
    public void What_happens_every_day_is_what_the_readme_draws()
    {
        var readme = Arrow().Matches(File.ReadAllText(RepositoryRoot.Combine("README.md"))).Select(arrow =>
            (arrow.Groups[1].Value, arrow.Groups[2].Value, arrow.Groups[3].Value)).ToList();

        Assert.Equal(
            readme.Order(),
            EverydayWay.Moves.Where(move => move.From != BorrowingStatus.None).Select(move => ($"{move.From}", $"{move.To}", $"{move.Trigger}")).Order());
    }

    [GeneratedRegex(@"^ +(\w+) --> (\w+) : (\w+)\r?$", RegexOptions.Multiline)]
    private static partial Regex Arrow();
}
