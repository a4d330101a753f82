using System.Globalization;
using BorrowingWorkflow.Iso18626.Diagnostics;
using BorrowingWorkflow.Iso18626.Sending;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>docs/iso18626.md names what there is.</summary>
public class SendingPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Combine("docs", "iso18626.md"));

    [Fact]
    public void Every_setting_of_sending_is_on_the_page_with_its_default()
    {
        var defaults = new Iso18626Options();

        Assert.All(
            typeof(Iso18626Options).GetProperties(),
            property => Assert.Contains($"| `{property.Name}` | {Word(property.GetValue(defaults))} |", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_log_message_of_sending_is_on_the_page() => LogPage.AssertHasAll(Page, typeof(SendingLog), 1600, 1629);

    [Fact]
    public void Every_effect_of_the_mapping_is_on_the_page() =>
        Assert.All(OutboundMapping.Rows, row => Assert.Contains($"{row.Kind}", Page, StringComparison.Ordinal));

    private static string Word(object? value) => value switch
    {
        TimeSpan span when span < TimeSpan.FromSeconds(1) => $"{span.TotalMilliseconds} ms",
        TimeSpan span when span < TimeSpan.FromMinutes(1) => $"{span.TotalSeconds} s",
        TimeSpan span when span < TimeSpan.FromHours(1) => $"{span.TotalMinutes} min",
        TimeSpan span => $"{span.TotalHours} h",
        bool flag => flag ? "true" : "false",
        System.Collections.IEnumerable => "none",
        Iso18626Limits => "the reader's",
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)!,
    };
}
