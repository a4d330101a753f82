using System.Globalization;
using System.Reflection;
using System.Text;
using BorrowingWorkflow.Anomalies;

namespace BorrowingWorkflow.Tests.Anomalies;

/// <summary>Holds the tables of docs/anomalies.md against the code. With the environment variable UPDATE_DOCS=1 it writes them instead.</summary>
public sealed class AnomaliesPageTests
{
    private static readonly string File = RepositoryRoot.Combine("docs", "anomalies.md");

    [Fact]
    public void The_table_of_detectors_is_what_the_code_says() => Hold("detectors", Detectors());

    [Fact]
    public void The_table_of_settings_is_what_the_code_says() => Hold("settings", Settings());

    private static void Hold(string name, string table)
    {
        var page = System.IO.File.ReadAllText(File).ReplaceLineEndings("\n");
        var (begin, end) = ($"<!-- table: {name} -->\n", "<!-- end of table -->");
        var start = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        Assert.True(start >= begin.Length, $"The page has no table {name}.");
        var stop = page.IndexOf(end, start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            System.IO.File.WriteAllText(File, page[..start] + table + page[stop..]);
        }
        else
        {
            Assert.Equal(table, page[start..stop]);
        }
    }

    private static string Detectors()
    {
        var text = new StringBuilder("| Detector | Severity | What it finds | What to do | Needs |\n| --- | --- | --- | --- | --- |\n");
        foreach (var rule in AnomalyRules.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{rule.Id}` | {rule.Severity.ToString().ToLowerInvariant()} | {rule.When} | {rule.Remedy} | {Needs(rule)} |\n");
        }

        return text.ToString();
    }

    private static string Needs(AnomalyRule rule)
    {
        string?[] needs =
        [
            rule.Inputs.HasFlag(AnomalyInputs.Item) ? "items" : null,
            rule.Inputs.HasFlag(AnomalyInputs.Partners) ? "partners" : null,
            rule.Inputs.HasFlag(AnomalyInputs.Outbox) ? "outbox" : null,
        ];
        return string.Join(", ", needs.OfType<string>());
    }

    private static string Settings()
    {
        var defaults = new AnomalySettings();
        var text = new StringBuilder("| Setting | Default |\n| --- | --- |\n");
        foreach (var property in typeof(AnomalySettings).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{property.Name}` | {InWords(property.GetValue(defaults)!)} |\n");
        }

        return text.ToString();
    }

    private static string InWords(object value) => value switch
    {
        TimeSpan { Days: 0 } time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes} minutes"),
        TimeSpan { Days: 1 } => "1 day",
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays} days"),
        ISet<string> set => string.Join(", ", set.Order(StringComparer.Ordinal)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
