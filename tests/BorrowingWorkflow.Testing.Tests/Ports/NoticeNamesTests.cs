using System.Text.RegularExpressions;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Testing.Ports;

namespace BorrowingWorkflow.Testing.Tests.Ports;

public partial class NoticeNamesTests
{
    [Fact]
    public void The_notices_and_alerts_are_those_of_the_table()
    {
        string[] NamesIn(string kind) =>
        [
            .. TransitionTable.Default.Rows.SelectMany(row => Names().Matches(row.Effects)).Where(match => match.Groups[1].Value == kind)
                .Select(match => match.Groups[2].Value).Distinct().Order(StringComparer.Ordinal),
        ];

        Assert.Equal(NamesIn("NotifyPatron"), NoticeNames.Notices);
        Assert.Equal(NamesIn("AlertStaff"), NoticeNames.Alerts);
    }

    [GeneratedRegex(@"(NotifyPatron|AlertStaff)\(([A-Za-z]+)")]
    private static partial Regex Names();
}
