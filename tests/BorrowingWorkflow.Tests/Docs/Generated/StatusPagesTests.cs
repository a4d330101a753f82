using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Docs.Generated;

/// <summary>Holds docs/statuses against the table, the checks and the detectors.</summary>
public class StatusPagesTests
{
    public static TheoryData<BorrowingStatus> Statuses => [.. BorrowingStatusExtensions.All];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_status_has_its_page(BorrowingStatus status)
    {
        var path = StatusPage.PathOf(status);
        var written = GeneratedPage.Section(GeneratedPage.Read(path), StatusPage.Written);

        Assert.False(string.IsNullOrEmpty(written), $"docs/{path} needs a heading {StatusPage.Written} with what the status means to staff, and what they do.");
        GeneratedPage.Hold(path, StatusPage.Of(status, written));
    }

    [Fact]
    public void The_index_has_every_status() => GeneratedPage.Hold("statuses/README.md", StatusIndex.Text());

    [Fact]
    public void There_is_no_page_without_a_status() =>
        Assert.Equal(
            BorrowingStatusExtensions.All.Select(StatusPage.PathOf).Append("statuses/README.md").Order(StringComparer.Ordinal),
            Directory.GetFiles(RepositoryRoot.Combine("docs", "statuses")).Select(file => $"statuses/{Path.GetFileName(file)}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_clause_that_moves_a_request_is_on_a_page()
    {
        var pages = string.Concat(BorrowingStatusExtensions.All.Select(status => GeneratedPage.Read(StatusPage.PathOf(status))));

        Assert.All(
            BorrowingMachine.Transitions.Where(clause => clause.From != StatusGroups.Any && clause.Target != "=").Select(clause => clause.Clause),
            clause => Assert.Contains($"| {clause} |", pages, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_detector_is_on_a_page()
    {
        var pages = GeneratedPage.Read("statuses/README.md")
            + string.Concat(BorrowingStatusExtensions.All.Select(status => GeneratedPage.Read(StatusPage.PathOf(status))));

        Assert.All(AnomalyRules.All, rule => Assert.Contains($"(../alerts.md#{rule.Id})", pages, StringComparison.Ordinal));
    }
}
