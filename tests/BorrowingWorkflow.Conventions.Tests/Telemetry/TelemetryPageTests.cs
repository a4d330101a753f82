using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Conventions.Tests.Telemetry;

/// <summary>docs/telemetry.md names every instrument, every activity and every event of the log, and nothing else.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Combine("docs", "telemetry.md"));

    [Fact]
    public void Every_instrument_is_on_the_page()
    {
        var rows = Instruments().OrderBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => $"| `{one.Name}` | {one.GetType().Name.Split('`')[0].ToLowerInvariant()} | `{one.Unit}` | {TagsOf(one.Name)} | {one.Description} |");

        AssertTable("Metrics", rows);
    }

    [Fact]
    public void Every_event_of_the_log_is_on_the_page() =>
        AssertTable("Log", LogMessages.All.Select(one => $"| {one.Id} | {one.Level} | {one.Package} | {one.Text} |"));

    [Fact]
    public void Every_activity_is_on_the_page() =>
        Assert.Equal(
            Packages.SourceFiles.SelectMany(path => Started().Matches(File.ReadAllText(RepositoryRoot.Combine("src", path))).Select(match => match.Groups[1].Value)).Order(),
            RowsOf("Traces").Select(row => row.Split('`')[1]).Order());

    [Fact]
    public void An_event_id_is_given_once() => Assert.Distinct(LogMessages.All.Select(one => one.Id));

    [Fact]
    public void An_event_id_is_in_its_packages_range()
    {
        // 1000 machine, 1100 rota, 1200 sending, 1300 checks, 1400 anomalies; 1500 storage; 1600 transport; 1700 workers; 1800 desk.
        Assert.All(LogMessages.All, one => Assert.InRange(one.Id, FirstOf(one.Package), LastOf(one.Package)));

        static int FirstOf(string package) => package switch
        {
            "BorrowingWorkflow" => 1000,
            "BorrowingWorkflow.Iso18626" or "BorrowingWorkflow.AspNetCore" => 1600,
            "BorrowingWorkflow.Hosting" => 1700,
            _ => 1500,
        };

        static int LastOf(string package) => package switch
        {
            "BorrowingWorkflow" => 1499,
            "BorrowingWorkflow.Iso18626" => 1699,
            "BorrowingWorkflow.Hosting" => 1799,
            "BorrowingWorkflow.AspNetCore" => 1899,
            _ => 1599,
        };
    }

    [Fact]
    public void No_event_of_the_log_has_a_place_for_patron_data()
    {
        string[] known =
        [
            "Applied", "Attempt", "Attempts", "Check", "Checks", "Count", "Delivery", "Due", "Effect", "Element", "Error", "Failures", "Fault", "Findings",
            "Kind", "Library", "Line", "Outcome", "Overdue", "Partner", "Position", "Problem", "Proof", "Purged", "Request", "Requests", "Sender", "Status",
            "StatusCode", "Trigger", "Verdict", "Wait", "Why", "Worker",
        ];

        Assert.All(LogMessages.All, one => Assert.All(Places().Matches(one.Text), place => Assert.Contains(place.Groups[1].Value, known)));
    }

    private static List<Instrument> Instruments()
    {
        List<Instrument> found = [];
        foreach (var type in Packages.All.SelectMany(assembly => assembly.GetTypes()).Where(type => type.Name == "Telemetry"))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == "BorrowingWorkflow")
                {
                    found.Add(instrument);
                }
            },
        };
        listener.Start();
        return found;
    }

    // The tags stand beside the instrument where it is recorded, and each has a test that measures it.
    private static string TagsOf(string instrument)
    {
        var telemetry = Packages.SourceFiles.Where(path => path.EndsWith("Telemetry.cs", StringComparison.Ordinal))
            .Select(path => File.ReadAllText(RepositoryRoot.Combine("src", path))).First(text => text.Contains($"\"{instrument}\"", StringComparison.Ordinal));
        var field = Regex.Match(telemetry, $@"(\w+) = Meter\.\w+<\w+>\(\s*""{Regex.Escape(instrument)}""").Groups[1].Value;
        var use = Regex.Match(telemetry, $@"\b{field}\.(Add|Record)\((?<use>[^;]*);").Groups["use"].Value;
        use = use.EndsWith(", tag)", StringComparison.Ordinal) ? Regex.Match(telemetry, @"var tag = [^;]*;").Value : use;
        var tags = Tags().Matches(use).Select(match => $"`{match.Groups[1].Value}`");
        return string.Join(", ", tags) is { Length: > 0 } joined ? joined : "–";
    }

    private static void AssertTable(string heading, IEnumerable<string> rows)
    {
        var expected = string.Join('\n', rows);
        var actual = string.Join('\n', RowsOf(heading));

        Assert.True(expected == actual, $"The table below \"## {heading}\" of docs/telemetry.md has to be:\n{expected}");
    }

    private static IEnumerable<string> RowsOf(string heading) => Page
        .Split($"## {heading}\n", 2)[1].Split("\n## ")[0].Split('\n')
        .Where(line => line.StartsWith('|')).Skip(2);

    [GeneratedRegex("StartActivity\\(\"([^\"]*)\"")]
    private static partial Regex Started();

    [GeneratedRegex("\\{([A-Za-z]+)[}:]")]
    private static partial Regex Places();

    [GeneratedRegex("\"(borrowing\\.[a-z0-9.]+)\"")]
    private static partial Regex Tags();
}
