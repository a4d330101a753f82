using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Checks.CheckDesk;

namespace BorrowingWorkflow.Tests.Checks;

public sealed class CheckRunnerTests
{
    private static readonly CheckPolicy AskCsuf = new()
    {
        Id = "ask-csuf",
        Preset = "ours",
        Cadence = CheckCadence.Weekly,
        Title = "Ask CSUF",
        Selects = "shipped by CSUF",
        Select = _ => new(
            new RequestQuery { Statuses = [ShippedPhysically], Partner = "CSUF" },
            summary => summary.Id.Value.EndsWith('!')),
    };

    [Fact]
    public async Task Every_check_is_reported_in_order_with_count_zero_too()
    {
        var report = await new CheckDesk().Runner.RunAsync(new() { Now = Now });
        Assert.Equal(CheckPresets.Csu, report.Entries.Select(entry => entry.Policy));
        Assert.All(report.Entries, entry => Assert.Equal((0, null, 0), (entry.Count, entry.OldestAge, entry.Members.Count)));
    }

    [Fact]
    public async Task A_cadence_picks_its_checks()
    {
        var report = await new CheckDesk().Runner.RunAsync(new() { Now = Now, Cadence = CheckCadence.Weekly });
        Assert.Equal(["shipped-physically", "request-sent-to-partner", "returned-to-partner"], report.Entries.Select(entry => entry.Policy.Id));
    }

    [Fact]
    public async Task What_is_watched_is_read_once_and_only_what_is_final_by_index()
    {
        var desk = new CheckDesk().Add("a", ReadyToBeSent).Add("b", RequestCompleted, 2).Add("c", RequestCompleted, 3).Add("d", RequestCompleted);
        var report = await desk.Runner.RunAsync(new() { Policies = CheckPresets.Extended, Now = Now });
        Assert.Equal(1, desk.Scans);
        Assert.All(desk.Queries, query => Assert.Equal("RequestCompleted", query.Statuses.ToString()));
        Assert.Equal(3, report.Entries.Single(entry => entry.Policy.Id == "request-completed").Count);
    }

    [Theory]
    [InlineData(2, 2, false)]
    [InlineData(3, 3, true)]
    [InlineData(int.MaxValue, 3, true)]
    public async Task A_list_that_is_read_by_index_is_counted_as_far_as_told(int atMost, int count, bool isComplete)
    {
        var desk = new CheckDesk().Add("a", ReadyToBeSent).Add("b", RequestCompleted, 2).Add("c", RequestCompleted, 3).Add("d", RequestCompleted);
        for (var i = 0; i < 5; i++)
        {
            desk.Add($"open-{i}", ShippedPhysically, 30);
        }

        var report = await desk.Runner.RunAsync(new() { Policies = CheckPresets.Csu, Now = Now, CountAtMost = atMost, Members = 10 });

        var completed = report.Entries.Single(entry => entry.Policy.Id == "request-completed");
        Assert.Equal((count, count, isComplete), (completed.Count, completed.Members.Count, completed.IsComplete));
        Assert.All(report.Entries.Where(entry => entry != completed), entry => Assert.True(entry.IsComplete));
        Assert.Equal(5, report.Entries.Single(entry => entry.Policy.Id == "shipped-physically").Count);
    }

    [Fact]
    public async Task A_count_of_nothing_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await new CheckDesk().Runner.RunAsync(new() { CountAtMost = 0 }));

    [Fact]
    public async Task Less_than_no_members_are_refused_before_anything_is_read()
    {
        var desk = new CheckDesk();
        var thrown = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await desk.Runner.RunAsync(new() { Members = -1 }));
        Assert.Equal(("request.Members", -1), (thrown.ParamName, thrown.ActualValue));
        Assert.Equal(0, desk.Scans);
    }

    [Fact]
    public async Task A_page_of_nothing_is_refused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            "limit", async () => await new CheckDesk().Runner.MembersAsync(CheckPresets.Csu[0], new() { Now = Now }, limit: 0));

    [Fact]
    public async Task A_look_at_completed_requests_alone_reads_no_open_one()
    {
        var desk = new CheckDesk().Add("a", RequestCompleted).Add("b", ShippedPhysically);
        var report = await desk.Runner.RunAsync(new() { Now = Now, Cadence = CheckCadence.Monthly });
        Assert.Equal(1, Assert.Single(report.Entries).Count);
        Assert.Equal(0, desk.Scans);
    }

    [Theory]
    [InlineData(1, 1, false)]
    [InlineData(2, 2, true)]
    public async Task The_hosts_own_condition_decides_on_completed_requests_too(int atMost, int count, bool isComplete)
    {
        var check = AskCsuf with { Select = _ => new(new RequestQuery { Statuses = [RequestCompleted] }, summary => summary.Id.Value.EndsWith('!')) };
        var desk = new CheckDesk()
            .Add("a", RequestCompleted, 5).Add("b!", RequestCompleted, 4).Add("c", RequestCompleted, 3).Add("d!", RequestCompleted, 2).Add("e", RequestCompleted);
        var report = await desk.Runner.RunAsync(new() { Policies = [check], Now = Now, Members = 9, CountAtMost = atMost });
        var entry = Assert.Single(report.Entries);
        Assert.Equal((count, isComplete), (entry.Count, entry.IsComplete));
        string[] members = ["b!", "d!"];
        Assert.Equal(members[..count], entry.Members.Select(member => member.Id.Value));
    }

    [Fact]
    public async Task A_daily_look_reads_no_completed_request()
    {
        var desk = new CheckDesk().Add("a", RequestCompleted);
        await desk.Runner.RunAsync(new() { Now = Now, Cadence = CheckCadence.Daily });
        Assert.Empty(desk.Queries);
    }

    [Fact]
    public async Task Library_partner_and_assignee_narrow_every_list()
    {
        var desk = new CheckDesk()
            .Add("mine", ReadyToBeSent, 1, request => request.Assignee = "Ana")
            .Add("hers", ReadyToBeSent, 1, request => request.Assignee = "Bea")
            .Add("theirs", ReadyToBeSent, 1, request => (request.Library, request.Assignee) = ("CSUF", "Ana"))
            .Add("from nobody", ReadyToBeSent, 1, request => (request.Rota, request.ActiveEntry) = ([], null));
        Assert.Equal(["from nobody", "hers", "mine"], await desk.MembersAsync("ready-to-be-sent", new() { Library = "CSUN" }));
        Assert.Equal(["mine", "theirs"], await desk.MembersAsync("ready-to-be-sent", new() { Assignee = "Ana" }));
        Assert.Equal(["mine"], await desk.MembersAsync("ready-to-be-sent", new() { Assignee = "Ana", Library = "CSUN", Partner = "CSUF" }));
        Assert.Empty(await desk.MembersAsync("ready-to-be-sent", new() { Partner = "CSULB" }));
    }

    [Fact]
    public async Task A_report_names_as_many_members_as_were_asked_for_and_counts_them_all()
    {
        var desk = new CheckDesk().Add("a", ReadyToBeSent, 1).Add("b", ReadyToBeSent, 3).Add("c", ReadyToBeSent, 2);
        var report = await desk.Runner.RunAsync(new() { Now = Now, Members = 2 });
        var entry = report.Entries.Single(entry => entry.Policy.Id == "ready-to-be-sent");
        Assert.Equal(3, entry.Count);
        Assert.Equal(["b", "c"], entry.Members.Select(member => member.Id.Value));
        Assert.Equal(TimeSpan.FromDays(3), entry.OldestAge);
    }

    [Fact]
    public async Task The_age_of_a_note_counts_from_the_note_and_never_falls_below_zero()
    {
        var desk = new CheckDesk().Add("noted", LoanedItemToPatron, 90, WithNote(2)).Add("tomorrow", ReadyToBeSent, -1);
        var report = await desk.Runner.RunAsync(new() { Now = Now });
        Assert.Equal(TimeSpan.FromDays(2), report.Entries.Single(entry => entry.Policy.Id == "active-notes").OldestAge);
        Assert.Equal(TimeSpan.Zero, report.Entries.Single(entry => entry.Policy.Id == "ready-to-be-sent").OldestAge);
    }

    [Fact]
    public async Task Members_come_in_pages_that_together_are_the_list()
    {
        var desk = new CheckDesk().Add("a", ReadyToBeSent, 1).Add("b", ReadyToBeSent, 3).Add("c", ReadyToBeSent, 2).Add("d", LocateFailed);
        Assert.Equal([["b", "c"], ["a"]], await PagesAsync(desk, CheckPresets.Find("ready-to-be-sent")!, limit: 2));
    }

    [Fact]
    public async Task A_page_is_filtered_by_the_hosts_own_condition_and_is_never_empty_before_the_last()
    {
        var desk = new CheckDesk()
            .Add("a", ShippedPhysically, 9).Add("b", ShippedPhysically, 8).Add("c!", ShippedPhysically, 7).Add("d", ShippedPhysically, 6)
            .Add("e!", ShippedPhysically, 5);
        Assert.Equal([["c!"], ["e!"]], await PagesAsync(desk, AskCsuf, limit: 2));
    }

    [Fact]
    public async Task A_hosts_own_check_is_counted_like_the_others()
    {
        var desk = new CheckDesk().Add("a!", ShippedPhysically).Add("b", ShippedPhysically).Add("c!", ReadyToBeSent);
        var report = await desk.Runner.RunAsync(new() { Policies = [.. CheckPresets.Csu, AskCsuf], Now = Now });
        Assert.Equal(1, report.Entries[^1].Count);
    }

    [Fact]
    public async Task A_filter_that_contradicts_the_checks_own_finds_nothing()
    {
        var desk = new CheckDesk().Add("a!", ShippedPhysically);
        var request = new CheckRequest { Policies = [AskCsuf], Now = Now, Partner = "CSULB" };
        Assert.Equal(0, Assert.Single((await desk.Runner.RunAsync(request)).Entries).Count);
        Assert.Empty((await desk.Runner.MembersAsync(AskCsuf, request, 5)).Requests);
    }

    [Fact]
    public async Task The_clock_counts_where_no_moment_is_named()
    {
        var desk = new CheckDesk().Add("a", ReadyToBeSent, 2);
        var runner = new CheckRunner(desk, desk, new FakeTimeProvider(Now));
        var report = await runner.RunAsync(new());
        Assert.Equal(Now, report.Now);
        Assert.Equal(new CheckRun("locate-failed", Now, "Ana"), await runner.MarkDoneAsync(CheckPresets.Find("locate-failed")!, "Ana"));
    }

    [Fact]
    public async Task A_run_is_shown_beside_its_list()
    {
        var desk = new CheckDesk();
        var run = await desk.Runner.MarkDoneAsync(CheckPresets.Find("locate-failed")!, "Ana", at: DaysAgo(1));
        var report = await desk.Runner.RunAsync(new() { Now = Now });
        Assert.Equal(run, report.Entries.Single(entry => entry.Policy.Id == "locate-failed").LastRun);
        Assert.Null(report.Entries[0].LastRun);
    }

    [Theory]
    [InlineData(null, "CSUN")]
    [InlineData("CSUN", null)]
    public async Task Of_a_run_for_the_library_and_one_for_all_the_newest_counts(string? earlier, string? later)
    {
        var check = CheckPresets.Find("request-completed")!;
        foreach (var laterFirst in new[] { false, true })
        {
            var desk = new CheckDesk().Add("before", RequestCompleted, 4).Add("between", RequestCompleted, 2).Add("after", RequestCompleted, 0.5);
            CheckRun[] runs = [new(check.Id, DaysAgo(3), "Ana", earlier), new(check.Id, DaysAgo(1), "Bea", later)];
            foreach (var run in laterFirst ? runs.Reverse() : runs)
            {
                await desk.RecordAsync(run);
            }

            var report = await desk.Runner.RunAsync(new() { Policies = [check], Now = Now, Library = "CSUN" });
            Assert.Equal(runs[1], Assert.Single(report.Entries).LastRun);
            Assert.Equal(["after"], await desk.MembersAsync(check.Id, new() { Library = "CSUN" }));
        }
    }

    [Theory]
    [InlineData("CSUN", "Check locate-failed was recorded as worked for CSUN.")]
    [InlineData(null, "Check locate-failed was recorded as worked for all libraries.")]
    public async Task That_a_check_was_worked_is_logged_with_its_library(string? library, string words)
    {
        var log = new FakeLogger<CheckRunner>();
        var desk = new CheckDesk();
        await new CheckRunner(desk, desk, logger: log).MarkDoneAsync(CheckPresets.Find("locate-failed")!, "Ana", library);
        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal((LogLevel.Information, 1302, words), (line.Level, line.Id.Id, line.Message));
    }

    [Fact]
    public async Task How_many_checks_were_counted_is_logged_for_those_who_look_closely()
    {
        var log = new FakeLogger<CheckRunner>();
        var desk = new CheckDesk();
        await new CheckRunner(desk, desk, logger: log).RunAsync(new() { Now = Now, Cadence = CheckCadence.Weekly });
        var line = Assert.Single(log.Collector.GetSnapshot());
        Assert.Equal((LogLevel.Debug, 1301, "3 checks were counted."), (line.Level, line.Id.Id, line.Message));
    }

    [Fact]
    public async Task A_run_needs_a_name() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await new CheckDesk().Runner.MarkDoneAsync(CheckPresets.Csu[0], " "));

    [Fact]
    public async Task The_tasks_box_has_notes_messages_and_the_other_daily_lists()
    {
        var desk = new CheckDesk()
            .Add("a", ReadyToBeSent, 3, WithNote(1)).Add("b", LocateFailed, 1, WithMessage(2)).Add("c", RequestCompleted, 1, WithMessage(4))
            .Add("d", ShippedPhysically);
        var box = await desk.Runner.TasksAsync(new() { Now = Now, Policies = CheckPresets.Extended });
        Assert.Equal((1, TimeSpan.FromDays(1)), (box.ActiveNotes.Count, box.ActiveNotes.OldestAge));
        Assert.Equal((2, TimeSpan.FromDays(4)), (box.ActiveMessages.Count, box.ActiveMessages.OldestAge));
        Assert.Equal(
            CheckPresets.Extended.Where(policy => policy.Cadence == CheckCadence.Daily).Select(policy => policy.Id),
            box.Lists.Select(entry => entry.Policy.Id));
        Assert.Equal((1, TimeSpan.FromDays(3)), (box.Daily[0].Count, box.Daily[0].OldestAge));
        Assert.Empty(desk.Queries);
    }

    private static async Task<List<string[]>> PagesAsync(CheckDesk desk, CheckPolicy policy, int limit)
    {
        List<string[]> pages = [];
        string? after = null;
        do
        {
            var page = await desk.Runner.MembersAsync(policy, new() { Now = Now }, limit, after);
            pages.Add([.. page.Requests.Select(member => member.Id.Value)]);
            after = page.Next;
        }
        while (after is not null);
        return pages;
    }
}
