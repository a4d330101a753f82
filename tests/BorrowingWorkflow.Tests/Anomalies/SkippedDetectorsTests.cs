using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class SkippedDetectorsTests
{
    private const string WithoutItems = "There is no item source: it did not run.";
    private const string WithoutPartners = "There is no partner directory: it ran without.";

    [Fact]
    public void Without_a_directory_each_detector_says_what_it_could_not_tell() =>
        Assert.Equal(
            [
                new("bad-rota", "There is no partner directory: inactive and unknown partners, and rotas of lenders that supply no files, were not looked for."),
                new("partner-overdue-to-answer", "There is no partner directory: every partner was given the same days to respond."),
                new("status-not-in-profile", "There is no partner directory: it did not run."),
            ],
            new AnomalyDesk().Scan.Skipped);

    [Fact]
    public void Detectors_without_items_say_why_they_did_not_run()
    {
        var skipped = new AnomalyDesk { HasItems = false, Directory = new OpenPartnerDirectory() }.Scan.Skipped;
        Assert.NotEmpty(skipped);
        Assert.All(skipped, skip => Assert.Equal(WithoutItems, skip.Reason));
    }

    [Theory]
    [InlineData(AnomalyInputs.None, true, false, null)]
    [InlineData(AnomalyInputs.Age | AnomalyInputs.History, false, false, null)]
    [InlineData(AnomalyInputs.Partners, true, true, null)]
    [InlineData(AnomalyInputs.Partners, true, false, WithoutPartners)]
    [InlineData(AnomalyInputs.Partners, false, false, WithoutPartners)]
    [InlineData(AnomalyInputs.Item, true, false, null)]
    [InlineData(AnomalyInputs.Item, false, true, WithoutItems)]
    [InlineData(AnomalyInputs.Item | AnomalyInputs.Partners, true, true, null)]
    [InlineData(AnomalyInputs.Item | AnomalyInputs.Partners, true, false, WithoutPartners)]
    [InlineData(AnomalyInputs.Item | AnomalyInputs.Partners, false, false, WithoutItems)]
    public void A_detector_of_the_hosts_own_says_once_what_it_lacks(AnomalyInputs inputs, bool hasItems, bool hasDirectory, string? reason)
    {
        var desk = new AnomalyDesk { HasItems = hasItems, Directory = hasDirectory ? new OpenPartnerDirectory() : null };
        desk.Detectors.Add(new OwnDetector(new("own", AnomalySeverity.Info, "Own", "", "") { Inputs = inputs }, _ => null));
        Assert.Equal(reason is null ? [] : [reason], desk.Scan.Skipped.Where(skip => skip.Detector == "own").Select(skip => skip.Reason));
    }
}
