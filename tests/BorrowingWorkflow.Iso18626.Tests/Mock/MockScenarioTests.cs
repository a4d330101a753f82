using System.Text.RegularExpressions;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;

namespace BorrowingWorkflow.Iso18626.Tests.Mock;

public sealed class MockScenarioTests
{
    private static readonly MessageAction[] Actions =
    [
        MessageAction.StatusRequest, MessageAction.Notification, MessageAction.Cancel, MessageAction.Received, MessageAction.Renew,
        MessageAction.ShippedForward, MessageAction.ShippedReturn, MessageAction.HoldReturn, MessageAction.Lost,
    ];

    public static TheoryData<string, Iso18626Version> Everything
    {
        get
        {
            TheoryData<string, Iso18626Version> data = [];
            foreach (var (scenario, version) in MockScenario.All.SelectMany(_ => Enum.GetValues<Iso18626Version>(), (scenario, version) => (scenario, version)))
            {
                data.Add(scenario.Name, version);
            }

            return data;
        }
    }

    [Fact]
    public void Names_are_words_for_a_command_line_each_once()
    {
        Assert.All(MockScenario.All, scenario => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", scenario.Name));
        Assert.Equal(MockScenario.All.Count, MockScenario.All.Select(scenario => scenario.Name).Distinct().Count());
        Assert.Null(MockScenario.Find("sing"));
    }

    /// <summary>Whatever a borrower says, in whatever order: the writer takes it all, so it is valid in its version.</summary>
    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_scenario_speaks_both_versions(string name, Iso18626Version version)
    {
        // Of every scenario the first message about each thing, before and after shipping.
        var borrower = new ABorrower(name, version);
        while (borrower.Asks().StatusCode != 200 && borrower.Lender.Tally.Refused < 10)
        {
        }

        var said = borrower.Hears(1);
        foreach (var action in Actions.Where(action => action.IsIn(version)))
        {
            borrower.Says(action);
            said.AddRange(borrower.Hears(3));
        }

        borrower.Asks(type: RequestType.Retry, number: 1);
        said.AddRange(borrower.Hears(25));

        var isMute = name is "silent" or "error-confirmations" or "http-400" or "http-500";
        Assert.Equal(isMute, said.Count == 0);
        Assert.All(borrower.Lender.Exchanges.Where(one => !one.IsIncoming), one => Assert.Equal(version, Iso18626Reader.Read(one.Bytes).Message?.Version));
        Assert.All(borrower.Lender.Exchanges, one => Assert.Empty(Iso18626Reader.Read(one.Bytes).Deviations));
    }

    [Fact]
    public void The_page_lists_every_scenario_with_its_steps()
    {
        var page = File.ReadAllText(RepositoryRoot.Combine("docs", "iso18626.md"));
        var section = page[page.IndexOf("### Scenarios", StringComparison.Ordinal)..];

        Assert.Equal(MockScenario.All.Select(Row), Regex.Matches(section, "^\\| `.*$", RegexOptions.Multiline).Select(match => match.Value).Take(MockScenario.All.Count));
    }

    private static string Row(MockScenario scenario) =>
        $"| `{scenario.Name}` | {scenario.Description} | {string.Join("<br>", [.. scenario.Trouble is { } trouble ? new[] { trouble.ToString() } : [], .. scenario.Steps.Select(step => step.ToString())])} |";
}
