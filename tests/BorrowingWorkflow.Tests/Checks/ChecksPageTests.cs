using System.Globalization;
using System.Text;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Checks.Reports;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Checks;

/// <summary>The code of docs/checks.md, which runs here, and its table.</summary>
public sealed class ChecksPageTests
{
    private const string Begin = "<!-- checks: begin -->";
    private const string End = "<!-- checks: end -->";

    private static readonly string Page = RepositoryRoot.Combine("docs", "checks.md");

    private readonly DateTimeOffset _now = CheckDesk.Now;

    [Fact]
    public async Task The_morning_round_runs()
    {
        var store = await new CheckDesk().Add("CSU-000001", BorrowingStatus.ReadyToBeSent, 3).ToStoreAsync();

        #region docs:run
        var runner = new CheckRunner(store, store);
        var report = await runner.RunAsync(new CheckRequest
        {
            Policies = CheckPresets.Extended,
            Cadence = CheckCadence.Daily,
            Library = "CSUN",
            Members = 20,
            Now = _now,
        });

        Console.Write(CheckReports.Write(report, CheckReportFormat.Table));
        #endregion

        Assert.Equal(1, report.Entries.Sum(entry => entry.Count));

        #region docs:done
        await runner.MarkDoneAsync(CheckPresets.Find("ready-to-be-sent")!, by: "Ana", library: "CSUN", at: _now);
        #endregion

        #region docs:today
        var schedule = new CheckSchedule(store, new WorkCalendar(new WorkCalendarOptions { TimeZone = "America/Los_Angeles" }));
        foreach (var due in await schedule.TodayAsync("CSUN", _now))
        {
            Console.WriteLine($"{due.Policy.Title}: {due.State}, {due.LastRun?.By ?? "nobody"}; next on {due.NextOn:yyyy-MM-dd}");
        }
        #endregion

        Assert.Equal(CheckDueState.Done, (await schedule.TodayAsync("CSUN", _now, [CheckPresets.Find("ready-to-be-sent")!]))[0].State);

        #region docs:tasks
        var box = await runner.TasksAsync(new CheckRequest { Library = "CSUN", Now = _now });
        Console.WriteLine($"{box.ActiveNotes.Count} with notes, {box.ActiveMessages.Count} with messages");
        #endregion

        Assert.Equal("ready-to-be-sent", box.Daily[0].Policy.Id);
    }

    [Fact]
    public async Task A_list_of_ones_own_runs()
    {
        var store = await new CheckDesk()
            .Add("CSU-000001", BorrowingStatus.ShippedPhysically, 15)
            .Add("CSU-000002", BorrowingStatus.ShippedPhysically, 13)
            .Add("CSU-000003", BorrowingStatus.ShippedPhysically, 15, request => request.Assignee = "Ana")
            .ToStoreAsync();
        var runner = new CheckRunner(store, store);

        #region docs:own
        var lateShipments = new CheckPolicy
        {
            Id = "late-shipments",
            Preset = "ours",
            Cadence = CheckCadence.Weekly,
            Title = "Late shipments nobody looks after",
            Selects = "status ShippedPhysically for more than 14 days, assigned to nobody",
            Select = check => new CheckSelection(
                new RequestQuery { Statuses = [BorrowingStatus.ShippedPhysically], EnteredBefore = check.Now.AddDays(-14) },
                Where: summary => summary.Assignee is null),
            Advice = "Assign it, then ask the lender and the courier.",
            Remedies = [Trigger.Assign, Trigger.SendGeneralMessage],
        };
        var page = await runner.MembersAsync(lateShipments, new CheckRequest { Now = _now }, limit: 50);
        #endregion

        Assert.Equal("CSU-000001", Assert.Single(page.Requests).Id.Value);
    }

    [Fact]
    public async Task The_remedies_that_are_permitted_now_are_asked_of_the_workflow()
    {
        static async Task<IReadOnlyList<Trigger>> OfferAsync(IBorrowingWorkflow workflow, CheckPolicy policy, RequestId request)
        {
            #region docs:remedies
            var permitted = await workflow.PermittedAsync(request, Actor.Staff);
            var remedies = policy.RemediesAmong(permitted);
            #endregion
            return remedies;
        }

        var store = await new CheckDesk().Add("CSU-000001", BorrowingStatus.LocateFailed).ToStoreAsync();
        var engine = new BorrowingEngine(
            store, new(), new OpenPartnerDirectory(), new WorkCalendar(), [], TimeProvider.System,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<BorrowingEngine>.Instance);
        var remedies = await OfferAsync(engine, CheckPresets.Find("locate-failed")!, "CSU-000001");
        Assert.Contains(Trigger.Complete, remedies);
        Assert.DoesNotContain(Trigger.CancelByStaff, remedies);
    }

    [Fact]
    public void The_page_has_the_table_of_the_presets()
    {
        var text = File.ReadAllText(Page);
        var table = text[(text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..text.IndexOf(End, StringComparison.Ordinal)].Trim();
        Assert.Equal(Table(), table);
    }

    private static string Table()
    {
        var table = new StringBuilder("| check | preset | cadence | holds | what to do |\n| --- | --- | --- | --- | --- |\n");
        foreach (var policy in CheckPresets.Extended)
        {
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {policy.Title} (`{policy.Id}`) | {policy.Preset} | {policy.Cadence.ToString().ToLowerInvariant()} | {policy.Selects} | {policy.Advice} |\n");
        }

        return table.ToString().Trim();
    }
}
