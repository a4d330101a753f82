using BorrowingWorkflow.Anomalies;

namespace BorrowingWorkflow.Tests.Docs.Generated;

/// <summary>Holds the detectors of docs/alerts.md against the code. With the environment variable UPDATE_DOCS=1 it writes them instead.</summary>
public class AlertsPageTests
{
    private const string Page = "alerts.md";

    public static TheoryData<string> Detectors => [.. AnomalyRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Detectors))]
    public void A_detector_is_explained(string id) =>
        Assert.False(
            string.IsNullOrEmpty(AlertsPage.Written(GeneratedPage.Read(Page), AnomalyRules.Find(id)!)),
            $"docs/{Page} needs under ### {id}, between the rule and what to do, what lies behind it.");

    [Fact]
    public void The_page_is_what_the_detectors_say()
    {
        var page = GeneratedPage.Read(Page);
        var start = page.IndexOf($"\n{AlertsPage.Heading}\n", StringComparison.Ordinal) + AlertsPage.Heading.Length + 2;
        Assert.True(start > AlertsPage.Heading.Length + 1, $"docs/{Page} needs the heading {AlertsPage.Heading}, as its last.");

        GeneratedPage.Hold(Page, page[..start] + AlertsPage.Detectors(rule => AlertsPage.Written(page, rule)!));
    }
}
