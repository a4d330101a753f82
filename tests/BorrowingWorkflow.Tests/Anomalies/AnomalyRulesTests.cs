using BorrowingWorkflow.Anomalies;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class AnomalyRulesTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadAllLines(RepositoryRoot.Combine("tests", "BorrowingWorkflow.Tests", "Spec", "anomalies.tsv")).Skip(1).Select(line => line.Split('\t')),
    ];

    [Fact]
    public void The_rules_agree_with_the_specification_row_by_row() =>
        Assert.Equal(
            Rows.Select(row => (row[0], row[1], row[2], row[3], row[5])),
            AnomalyRules.All.Select(rule => (rule.Id, rule.Severity.ToString().ToLowerInvariant(), rule.Title, rule.When, rule.Remedy)));

    [Fact]
    public void Rules_with_items_as_evidence_are_the_ones_that_need_items() =>
        Assert.Equal(
            Rows.Where(row => row[4] == "item").Select(row => row[0]),
            AnomalyRules.All.Where(rule => rule.Inputs.HasFlag(AnomalyInputs.Item)).Select(rule => rule.Id));

    [Fact]
    public void Every_rule_that_looks_at_one_request_has_its_detector_in_the_scan()
    {
        string[] sets = ["partner-never-checks-in", "duplicate-request", "message-undelivered"];
        Assert.Equal(AnomalyRules.All.Select(rule => rule.Id).Except(sets), AnomalyRules.Detectors.Select(detector => detector.Rule.Id));
    }

    [SharedFact("spec/anomalies.tsv")]
    public void The_copy_of_the_specification_is_up_to_date() =>
        Assert.Equal(
            File.ReadAllText(SharedFolder.Combine("spec", "anomalies.tsv")),
            File.ReadAllText(RepositoryRoot.Combine("tests", "BorrowingWorkflow.Tests", "Spec", "anomalies.tsv")));

    [Fact]
    public void A_rule_is_found_by_its_id()
    {
        Assert.Equal("Stuck in locate", AnomalyRules.Find("stuck-in-locate")?.Title);
        Assert.Null(AnomalyRules.Find("nothing"));
    }
}
