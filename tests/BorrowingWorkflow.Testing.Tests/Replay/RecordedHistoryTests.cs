using System.Text;
using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Replay;

namespace BorrowingWorkflow.Testing.Tests.Replay;

public class RecordedHistoryTests
{
    [Fact]
    public async Task A_hosts_own_history_is_recorded_from_its_store()
    {
        var story = new Story().Loaned();
        var (store, options, partners) = (story.Store, story.Options, story.Settings.Partners);
        var folder = Directory.CreateTempSubdirectory().FullName;

        #region docs:record
        var settings = new RecordingSettings { Options = options, Partners = partners };
        var history = await RecordedHistory.RecordAsync("loan-of-a-thesis", store, "R-1", settings);
        var path = await history.SaveAsync(folder);
        #endregion

        var loaded = await RecordedHistory.LoadAsync(path);
        Assert.Equal(history.ToJson(), loaded.ToJson());
        Assert.Equal(["IN-1", "LO-1", "SE-1", "AP-14", "SH-1", "SH-8"], loaded.Clauses);
        (await new DefinitionReplay().ReplayAsync(loaded)).EnsureUnchanged();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Patron_data_stay_out_of_the_file()
    {
        string[] secret = ["4711", "faculty", "Secret title", "Author", "9780060512750", "Home street", "ex-1", "kim", "lee", "A word", "Why not", "Reading room", "Cost 5", "extra", "message-"];

        var text = Encoding.UTF8.GetString((await Telling().RecordAsync("secrets")).ToJson());

        Assert.All(secret, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        Assert.Contains("\"patron\": \"patron-1\"", text, StringComparison.Ordinal);
        Assert.Contains("Changed(title)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Patron_data_are_kept_only_where_that_is_asked_for()
    {
        var story = Telling();

        var kept = await RecordedHistory.RecordAsync(
            "secrets", story.History, new() { KeepsPatronData = true, Partners = story.Settings.Partners });

        Assert.Contains("Secret title", Encoding.UTF8.GetString(kept.ToJson()), StringComparison.Ordinal);
        (await new DefinitionReplay().ReplayAsync(kept)).EnsureUnchanged();
    }

    [Fact]
    public void A_new_member_of_the_data_is_left_out_until_somebody_decides_about_it()
    {
        // Whoever adds a member to InputData decides in Pseudonyms what of it may go into a file.
        string[] left = ["PatronGroup", "Why", "Reason", "Condition", "Cost", "Text", "Unknown"];
        var full = new InputData();
        foreach (var property in typeof(InputData).GetProperties().Where(property => property.CanWrite))
        {
            property.SetValue(full, Sample(property.PropertyType));
        }

        var history = new HistoryEvent
        {
            Request = "R-1", Revision = 1, At = Story.Start, MessageId = "x", Trigger = Trigger.AddNote, By = Actor.Staff, Verdict = Verdict.Applied,
            From = BorrowingStatus.Created, To = BorrowingStatus.Created, Version = 1, Data = full,
        };
        var shown = new Pseudonyms([]).Without(history).Data!;

        Assert.Equal(
            left.Order(StringComparer.Ordinal),
            typeof(InputData).GetProperties().Where(property => property.GetValue(shown) is null).Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_history_that_was_decided_under_other_policies_is_not_recorded()
    {
        var story = new Story().Where(options => options.RenewalsAreMediated = false).Loaned().Patron(Trigger.RequestRenewal);

        var fault = await Assert.ThrowsAsync<ConformanceException>(
            () => RecordedHistory.RecordAsync("renewal", story.Store, "R-1", new() { Partners = story.Settings.Partners }));

        Assert.StartsWith(
            "R-1 can't be recorded. At revision 7, RequestRenewal by Patron in Loaned item to patron, it was LN-2 to Renew requested; "
            + "with these settings: LN-1 to Mediated patron renewal.",
            fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_purged_request_the_clauses_are_checked_and_the_rest_is_said()
    {
        var story = Stories.All["purged-in-time"](new());
        var purged = await RecordedHistory.RecordAsync("purged", story.Store, "R-1", story.Settings);
        var replay = new DefinitionReplay();

        var report = await replay.ReplayAsync(purged);

        report.EnsureUnchanged();
        Assert.True(purged.IsPurged);
        Assert.Equal(
            ["purged: a purge took the data of R-1; of its 11 inputs only the clauses were checked, not guards, effects, deadlines or the rota."],
            report.NotChecked);
        var without = new TransitionTable([.. TransitionTable.Default.Rows.Where(row => row.Clause != "SH-8")]);
        var changed = await new DefinitionReplay { Table = without }.ReplayAsync(purged);
        Assert.Equal(
            ["purged: R-1, revision 6, Loan by Staff in Physically received by library: was SH-8 to Loaned item to patron; is not possible: SH-8 is not for that. Clause SH-8."],
            changed.Differences.Select(difference => difference.ToString()));
    }

    [Fact]
    public async Task A_difference_says_what_was_and_what_is()
    {
        var history = await Stories.All["cancel-crosses-shipment"](new()).RecordAsync("crossing");
        var without = new TransitionTable([.. TransitionTable.Default.Rows.Where(row => row.Clause != "CA-14")]);

        var report = await new DefinitionReplay { Table = without }.ReplayAsync(history);
        var fault = Assert.Throws<ConformanceException>(report.EnsureUnchanged);

        var cause = Assert.Single(report.Causes);
        Assert.Equal(("R-1", 5, "CA-14"), (cause.Request.Value, cause.Revision, cause.Clause));
        Assert.StartsWith(
            "crossing: R-1, revision 5, PartnerShipped by Partner (CSUN) in Waiting for cancel response: was CA-14 to Shipped physically, version 5,",
            cause.ToString(),
            StringComparison.Ordinal);
        Assert.Contains("; is OutOfSequence, version 4,", cause.ToString(), StringComparison.Ordinal);
        Assert.Contains(cause.ToString(), fault.Message, StringComparison.Ordinal);
        Assert.All(report.Differences.Skip(1), difference => Assert.True(difference.IsConsequence));
    }

    [Fact]
    public async Task No_history_at_all_is_no_proof()
    {
        var report = await new DefinitionReplay().ReplayAsync([]);

        Assert.Throws<ConformanceException>(report.EnsureUnchanged);
    }

    [Fact]
    public async Task A_file_of_a_newer_format_is_refused()
    {
        var json = Encoding.UTF8.GetString((await new Story().Submitted().RecordAsync("one")).ToJson());

        Assert.Throws<JsonException>(() => RecordedHistory.Parse(Encoding.UTF8.GetBytes(json.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal))));
        Assert.Throws<JsonException>(() => RecordedHistory.Parse("null"u8));
    }

    [Fact]
    public async Task A_history_with_a_gap_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => RecordedHistory.RecordAsync("gap", [.. new Story().Loaned().History.Skip(1)]));

    [Fact]
    public async Task An_unknown_request_is_said() =>
        await Assert.ThrowsAsync<RequestNotFoundException>(() => RecordedHistory.RecordAsync("none", new Story().Store, "R-9"));

    [Fact]
    public async Task Partners_and_calendar_go_along()
    {
        var story = new Story().Knows(new Partner("CSUN") { TimeZone = "America/Los_Angeles" });
        story.Calendar.TimeZone = "America/Los_Angeles";
        story.Calendar.Closures.Add(Closure.On(new(2026, 9, 16)));

        var history = await story.SentTo("CSUN").Due().RecordAsync("closed");
        var again = RecordedHistory.Parse(history.ToJson());

        (await new DefinitionReplay().ReplayAsync(again)).EnsureUnchanged();
        Assert.Contains("PartnerExpiry 2026-09-21T16:02:00", Encoding.UTF8.GetString(again.ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_of_the_hosts_own_is_given_to_both()
    {
        var story = new Story().Knows(new Partner("CSUN"));
        story.Calendar.Closures.Add(new(new(2026, 9, 15), new(2026, 9, 30)));
        var own = new WorkCalendar(story.Calendar);
        story.SentTo("CSUN").Due();

        var history = await RecordedHistory.RecordAsync(
            "closed", story.Store, "R-1", new() { Partners = story.Settings.Partners, OwnCalendar = own });

        (await new DefinitionReplay { Calendar = own }.ReplayAsync(history)).EnsureUnchanged();
        Assert.NotEmpty((await new DefinitionReplay().ReplayAsync(history)).Differences);
    }

    private static Story Telling() => new Story().Knows(new Partner("CSUN"))
        .Take(Trigger.Submit, Actor.Patron, null, new()
        {
            Library = "CSULB", Patron = "4711", PatronGroup = "faculty", Title = "Secret title", Author = "Author", Isbn = "9780060512750",
            Pickup = "Home street", ExternalId = "ex-1", Unknown = new() { ["extra"] = JsonSerializer.SerializeToElement("extra") },
        })
        .Staff(Trigger.EditRequest, new() { Title = "Secret title, again" })
        .System(Trigger.RotaBuilt, new() { Partners = ["CSUN"], Why = ["Why not"] }).Sent()
        .Partner("CSUN", Trigger.PartnerSetCondition, new() { Condition = "Reading room", Cost = "Cost 5", Text = "A word", Reason = "A word" })
        .Partner("CSUN", Trigger.ReceiveGeneralMessage, new() { Text = "A word" })
        .Staff(Trigger.DismissGeneralMessage, new() { Message = "message-6" })
        .Staff(Trigger.Assign, new() { Assignee = "lee" });

    private static object Sample(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => "x",
            _ when plain == typeof(IReadOnlyList<string>) => new[] { "x" },
            _ when plain == typeof(Dictionary<string, JsonElement>) => new Dictionary<string, JsonElement>(),
            _ => Activator.CreateInstance(plain)!,
        };
    }
}
