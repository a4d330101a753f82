using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BorrowingWorkflow.Tests.Engine;

public class BorrowingEngineTests
{
    [Fact]
    public async Task A_loan_goes_from_submission_to_check_in()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R1"));

        await desk.PartnerAsync("R1", "CHICO", Trigger.PartnerShipped, new() { DueDate = desk.Clock.GetUtcNow().AddDays(60) });
        await desk.StaffAsync("R1", Trigger.Receive);
        await desk.StaffAsync("R1", Trigger.Loan, new() { DueDate = desk.Clock.GetUtcNow().AddDays(40) });
        await desk.StaffAsync("R1", Trigger.ReturnToPartner);
        await desk.PartnerAsync("R1", "CHICO", Trigger.PartnerCheckedIn);
        await desk.SettleAsync();

        var request = await desk.FindAsync("R1");
        Assert.Equal(BorrowingStatus.RequestCompleted, request.Status);
        Assert.Equal((await desk.Workflow.HistoryAsync("R1")).Count, request.Revision);
        Assert.Equal(request.Revision, request.Version);
        Assert.Equal(["SendRequest", "SendReceived", "SendReturned"], desk.Transport.Sent.Select(effect => effect.Name));
        Assert.Equal(["NotifyPatron(Arrived)"], desk.Notifier.Notices.Select(effect => effect.Name));
        Assert.Null(desk.Circulation.ItemOf("R1"));
    }

    [Fact]
    public async Task The_same_message_again_gets_the_first_verdict_and_changes_nothing()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        var shipment = new WorkflowInput
        {
            Request = "R1", Trigger = Trigger.PartnerShipped, By = Actor.Partner, Partner = "CHICO", MessageId = "ship-1",
        };

        var first = await desk.Workflow.ReceiveAsync(shipment);
        await desk.StaffAsync("R1", Trigger.Receive);
        var again = await desk.Workflow.ReceiveAsync(shipment);

        Assert.Equal(Verdict.Applied, first.Verdict);
        Assert.Equal(Verdict.Duplicate, again.Verdict);
        Assert.Equal(Verdict.Applied, again.First);
        Assert.Equal((first.Status, first.Version, first.Clause), (again.Status, again.Version, again.Clause));
        Assert.Equal(BorrowingStatus.PhysicallyReceivedByLibrary, await desk.StatusOfAsync("R1"));
    }

    [Fact]
    public async Task A_refusal_is_kept_under_its_key_and_says_what_is_permitted()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        var loan = new WorkflowInput { Request = "R1", Trigger = Trigger.Loan, By = Actor.Staff, MessageId = "loan-1", Who = "ana" };

        var first = await desk.Workflow.ExecuteAsync(loan);
        var again = await desk.Workflow.ExecuteAsync(loan);

        Assert.Equal(Verdict.Refused, first.Verdict);
        Assert.Equal("Loan is not possible in Locate in process.", first.Reason);
        Assert.Contains(Trigger.CancelByStaff, first.Permitted);
        Assert.Equal(Verdict.Duplicate, again.Verdict);
        Assert.Equal(Verdict.Refused, again.First);
        Assert.Equal(first.Permitted, again.Permitted);
        Assert.Equal(1, (await desk.FindAsync("R1")).Version);
    }

    [Fact]
    public async Task Partners_may_use_the_same_message_id_without_being_taken_for_each_other()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        foreach (var partner in new[] { "CHICO", "CSUN" })
        {
            var result = await desk.Workflow.ReceiveAsync(new()
            {
                Request = "R1", Trigger = Trigger.ReceiveGeneralMessage, By = Actor.Partner, Partner = partner, MessageId = "1", Data = new() { Text = "?" },
            });
            Assert.Equal(Verdict.Applied, result.Verdict);
        }

        Assert.Equal(2, (await desk.FindAsync("R1")).Messages.Count);
    }

    [Fact]
    public async Task A_hundred_commands_at_once_are_all_kept()
    {
        using var desk = new Desk(configure: builder => builder.Configure(options => options.DecisionAttempts = 1000));
        await desk.SubmitAsync("R1");

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(index => Task.Run(async () => await desk.Workflow.ExecuteAsync(new()
        {
            Request = "R1", Trigger = Trigger.AddNote, By = Actor.Staff, MessageId = $"note-{index}", Data = new() { Text = $"{index}" },
        }))));

        var request = await desk.FindAsync("R1");
        Assert.All(results, result => Assert.Equal(Verdict.Applied, result.Verdict));
        Assert.Equal(101, request.Version);
        Assert.Equal(100, request.Notes.Count);
        Assert.Equal(Enumerable.Range(2, 100), results.Select(result => result.Version).Order());
    }

    [Fact]
    public async Task What_has_no_request_is_an_error_and_leaves_nothing()
    {
        using var desk = new Desk();

        var missing = await Assert.ThrowsAsync<RequestNotFoundException>(async () => await desk.StaffAsync("R9", Trigger.Send));

        Assert.Equal("R9", missing.Request.Value);
        Assert.Equal("There is no request R9. Submit it, save it as a draft or import it first.", missing.Message);
        Assert.Null(await desk.Workflow.FindAsync("R9"));
        await Assert.ThrowsAsync<RequestNotFoundException>(async () => await desk.Workflow.PermittedAsync("R9", Actor.Staff));
    }

    [Theory]
    [InlineData(Trigger.PartnerShipped, Actor.Staff, null, "m", "PartnerShipped by Staff names the partner.")]
    [InlineData(Trigger.Send, Actor.Staff, null, "", "A message id has 1 to 400 characters.")]
    [InlineData(Trigger.Import, Actor.System, null, "m", "An import names the status that the request has: any but Deleted.")]
    [InlineData((Trigger)250, Actor.Staff, null, "m", "Trigger and actor are members of their enumerations.")]
    public async Task Malformed_input_says_what_is_wrong(Trigger trigger, Actor by, string? partner, string messageId, string says)
    {
        using var desk = new Desk();

        var fault = await Assert.ThrowsAsync<ArgumentException>(async () => await desk.Workflow.ExecuteAsync(
            new() { Request = "R1", Trigger = trigger, By = by, Partner = partner, MessageId = messageId }));

        Assert.StartsWith(says, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Trigger.Submit, Actor.Patron, Verdict.Refused)]
    [InlineData(Trigger.SaveDraft, Actor.Staff, Verdict.Refused)]
    [InlineData(Trigger.Import, Actor.System, Verdict.OutOfSequence)]
    [InlineData(Trigger.Submit, Actor.Partner, Verdict.FromInactivePartner)]
    public async Task What_makes_a_request_makes_it_once(Trigger trigger, Actor by, Verdict verdict)
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        var again = new WorkflowInput { Request = "R1", Trigger = trigger, By = by, Partner = by == Actor.Partner ? "CSUN" : null, MessageId = "again" };

        var result = by == Actor.Partner ? await desk.Workflow.ReceiveAsync(again) : await desk.Workflow.ExecuteAsync(again);

        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(1, (await desk.FindAsync("R1")).Version);
    }

    [Fact]
    public async Task A_partners_message_and_a_command_have_a_door_each()
    {
        using var desk = new Desk();
        var message = new WorkflowInput { Request = "R1", Trigger = Trigger.PartnerShipped, By = Actor.Partner, Partner = "CSUN", MessageId = "m" };

        var command = await Assert.ThrowsAsync<ArgumentException>(async () => await desk.Workflow.ExecuteAsync(message));
        var received = await Assert.ThrowsAsync<ArgumentException>(async () => await desk.Workflow.ReceiveAsync(message with { By = Actor.Staff }));

        Assert.StartsWith("A partner's message goes to ReceiveAsync.", command.Message, StringComparison.Ordinal);
        Assert.StartsWith("Only a partner's message is received; commands go to ExecuteAsync.", received.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Intake_rules_are_asked_in_their_order_and_the_first_that_objects_decides()
    {
        using var desk = new Desk(configure: builder =>
        {
            builder.Services.AddSingleton<IIntakeRule>(new PatronGroupApprovalRule("alumni"));
            builder.AddIntakeRule<PossibleDuplicateRule>().AddIntakeRule<ThinCitationRule>();
        });

        var first = await desk.SubmitAsync("R1");
        var second = await desk.SubmitAsync("R2");
        var overridden = await desk.Workflow.SubmitAsync("R3", Desk.Wish with { OverrideDuplicate = true }, "m");
        var thin = await desk.Workflow.SubmitAsync("R4", Desk.Wish with { Citation = new() { Title = "?" } }, "m");

        var forApproval = await desk.Workflow.SubmitAsync("R5", Desk.Wish with { Patron = new("P2", "alumni") }, "m");
        var thinForApproval = await desk.Workflow.SubmitAsync("R6", Desk.Wish with { Patron = new("P3", "alumni"), Citation = new() { Title = "?" } }, "m");

        Assert.Equal(
            ["IN-1", "IN-7", "IN-1", "IN-4", "IN-2", "IN-4"],
            new[] { first, second, overridden, thin, forApproval, thinForApproval }.Select(result => result.Clause));
    }

    [Fact]
    public async Task A_message_with_two_triggers_is_one_input_and_one_save()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        await desk.PatronAsync("R1", Trigger.CancelByPatron);
        var before = await desk.FindAsync("R1");

        var result = await desk.Workflow.ReceiveAsync(new()
        {
            Request = "R1", Trigger = Trigger.PartnerRefusedCancel, AndThen = Trigger.PartnerShipped, By = Actor.Partner, Partner = "CHICO", MessageId = "m",
        });

        var request = await desk.FindAsync("R1");
        Assert.Equal(Verdict.Applied, result.Verdict);
        Assert.Equal("CA-13+AP-14", result.Clause);
        Assert.Equal(BorrowingStatus.ShippedPhysically, request.Status);
        Assert.Equal((before.Version + 1, before.Revision + 1), (request.Version, request.Revision));
    }

    [Fact]
    public async Task Permitted_is_what_a_person_at_the_desk_can_do_now()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();

        var staff = await desk.Workflow.PermittedAsync("R1", Actor.Staff);
        var patron = await desk.Workflow.PermittedAsync("R1", Actor.Patron);

        Assert.Contains(Trigger.SkipPartner, staff);
        Assert.DoesNotContain(Trigger.Send, staff);
        Assert.DoesNotContain(Trigger.DismissNote, staff);
        Assert.Equal([Trigger.CancelByPatron], patron);
    }

    [Fact]
    public async Task A_purge_leaves_a_tombstone_without_the_patron()
    {
        using var desk = new Desk(configure: builder => builder.Configure(options => options.Retention = TimeSpan.FromDays(90)));
        await desk.SubmitAsync("R1");
        await desk.StaffAsync("R1", Trigger.AddNote, new() { Text = "Patron P1 called" });
        await desk.StaffAsync("R1", Trigger.Complete);
        desk.Clock.Advance(TimeSpan.FromDays(90));

        await desk.SettleAsync();

        var request = await desk.FindAsync("R1");
        Assert.Equal(BorrowingStatus.Deleted, request.Status);
        Assert.Null(request.Patron);
        Assert.Empty(request.Notes);
        Assert.Equal(new(), request.Citation);
        Assert.All(await desk.Workflow.HistoryAsync("R1"), historyEvent => Assert.Null(historyEvent.Data?.Text ?? historyEvent.Data?.Patron));
        var late = await desk.PartnerAsync("R1", "CHICO", Trigger.PartnerShipped, new() { Reason = "late" });
        Assert.Equal(Verdict.OutOfSequence, late.Verdict);
        Assert.Null((await desk.Workflow.HistoryAsync("R1"))[^1].Data);
    }

    [Fact]
    public async Task An_engine_that_always_loses_the_race_tries_as_often_as_it_may_and_says_so()
    {
        using var desk = new Desk();
        var race = new Race(desk);

        var conflict = await Assert.ThrowsAsync<ConcurrencyConflictException>(async () => await race.Engine.SubmitAsync("R1", Desk.Wish, "m"));

        Assert.Equal("R1", conflict.Request.Value);
        Assert.True(conflict.Expected.IsNew);
        Assert.Equal(3, race.Saves);
        Assert.Equal(Race.Again("R1", 1, 2), race.Log);
    }

    [Fact]
    public async Task A_deadline_that_always_loses_the_race_is_tried_as_often()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromDays(30));
        var race = new Race(desk);

        await Assert.ThrowsAsync<ConcurrencyConflictException>(async () => await race.Engine.FireDueAsync("R1", CancellationToken.None));

        Assert.Equal(3, race.Saves);
        Assert.Equal(Race.Again("R1", 1, 2), race.Log);
    }

    [Fact]
    public async Task What_is_not_applied_is_logged_and_what_is_applied_is_not()
    {
        using var desk = new Desk(configure: builder => builder.Services.AddLogging(logging => logging.AddFakeLogging()));
        await desk.SubmitAsync("R1");
        await desk.StaffAsync("R1", Trigger.Loan);

        var line = Assert.Single(desk.Get<FakeLogCollector>().GetSnapshot());
        Assert.Equal((1002, "Request R1: Loan was not applied (Refused) in LocateInProcess."), (line.Id.Id, line.Message));
    }

    [Fact]
    public async Task Intake_rules_are_asked_about_submissions_only()
    {
        var rule = new CountingRule();
        using var desk = new Desk(configure: builder => builder.Services.AddSingleton<IIntakeRule>(rule));
        await desk.SubmitAsync("R1");
        await desk.StaffAsync("R1", Trigger.AddNote, new() { Text = "Call the patron." });
        Assert.Equal(1, rule.Asked);
    }

    [Theory]
    [InlineData(IntakeObjection.PossibleDuplicate, 0, BorrowingStatus.LocateInProcess)]
    [InlineData(IntakeObjection.ApprovalRequired, 1, BorrowingStatus.PendingApproval)]
    public async Task Who_knows_of_the_duplicate_is_spared_that_rule_and_no_other(IntakeObjection objection, int asked, BorrowingStatus status)
    {
        var rule = new CountingRule { Objection = objection, Objects = true };
        using var desk = new Desk(configure: builder => builder.Services.AddSingleton<IIntakeRule>(rule));
        await desk.Workflow.SubmitAsync("R1", Desk.Wish with { OverrideDuplicate = true }, "m");
        Assert.Equal((asked, status), (rule.Asked, await desk.StatusOfAsync("R1")));
    }

    [Fact]
    public async Task A_clock_that_is_not_a_partners_names_none()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        await desk.PatronAsync("R1", Trigger.CancelByPatron);
        desk.Clock.Advance(TimeSpan.FromDays(30));
        await desk.SettleAsync();
        await desk.SubmitAsync("R2");
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromDays(30));
        await desk.SettleAsync();

        Assert.Null(Assert.Single(await desk.Workflow.HistoryAsync("R1"), step => step.Trigger == Trigger.CancelUnanswered).Partner);
        Assert.Equal("CHICO", (await desk.Workflow.HistoryAsync("R2")).First(step => step.Trigger == Trigger.PartnerExpired).Partner);
    }

    [Fact]
    public async Task What_one_of_several_lets_staff_do_is_permitted()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        Assert.DoesNotContain(await desk.Workflow.PermittedAsync("R1", Actor.Staff), trigger => trigger is Trigger.DismissNote or Trigger.DismissGeneralMessage);
        foreach (var text in (string[])["one", "two"])
        {
            await desk.StaffAsync("R1", Trigger.AddNote, new() { Text = text });
            await desk.PartnerAsync("R1", "CHICO", Trigger.ReceiveGeneralMessage, new() { Text = text });
        }

        var request = await desk.FindAsync("R1");
        await desk.StaffAsync("R1", Trigger.DismissNote, new() { Message = request.Notes[0].Id });
        await desk.StaffAsync("R1", Trigger.DismissGeneralMessage, new() { Message = request.Messages[0].Id });

        var permitted = await desk.Workflow.PermittedAsync("R1", Actor.Staff);
        Assert.Contains(Trigger.DismissNote, permitted);
        Assert.Contains(Trigger.DismissGeneralMessage, permitted);
        Assert.Contains(Trigger.ChangePartnerOrder, permitted);
    }

    [Fact]
    public async Task Where_no_partner_is_left_to_be_asked_none_can_be_moved()
    {
        using var desk = new Desk(partners: [new("CHICO")]);
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        Assert.DoesNotContain(Trigger.ChangePartnerOrder, await desk.Workflow.PermittedAsync("R1", Actor.Staff));
    }

    /// <summary>An engine with three attempts that is always too late, and what it logs.</summary>
    private sealed class Race
    {
        private readonly FakeLogger<BorrowingEngine> _log = new();

        public Race(Desk desk) => Engine = new(
            new RacingStore(desk.Store, save => throw new ConcurrencyConflictException(save.Request.Id, save.Expected, ++Saves)),
            new() { DecisionAttempts = 3 }, new OpenPartnerDirectory(), new WorkCalendar(), [], desk.Clock, _log);

        public BorrowingEngine Engine { get; }

        public int Saves { get; private set; }

        public IEnumerable<string> Log => _log.Collector.GetSnapshot().Select(line => line.Message);

        public static IEnumerable<string> Again(string request, params int[] attempts) =>
            attempts.Select(attempt => $"Request {request}: somebody else saved in between; deciding again after attempt {attempt}.");
    }

    private sealed class CountingRule : IIntakeRule
    {
        public int Asked { get; private set; }

        public IntakeObjection Objection { get; init; } = IntakeObjection.ApprovalRequired;

        public bool Objects { get; init; }

        public ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default)
        {
            Asked++;
            return ValueTask.FromResult(Objects);
        }
    }
}
