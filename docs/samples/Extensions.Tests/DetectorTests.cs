using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Samples.Detector;
using BorrowingWorkflow.Testing.Anomalies;
using BorrowingWorkflow.Testing.Fakes;

namespace BorrowingWorkflow.Samples;

public sealed class DetectorTests
{
    #region docs:proof
    private static readonly DetectorSuite Suite = new(new ShortLoan());

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promise(string name) => Suite.RunAsync(name);
    #endregion

    #region docs:behaviour
    [Fact]
    public async Task A_loan_that_is_nearly_over_before_it_begins_is_found()
    {
        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.ShippedPhysically);
        var due = request.LenderDueDate!.Value;
        var scan = new AnomalyScan(world.Store, new WorkCalendar()) { Detectors = [new ShortLoan()] };

        Assert.DoesNotContain((await scan.RunAsync(due.AddDays(-8))).Findings, finding => finding.Rule.Id == "short-loan");
        Assert.Contains((await scan.RunAsync(due.AddDays(-6))).Findings, finding => finding.Rule.Id == "short-loan" && finding.Request == request.Id);
    }
    #endregion
}
