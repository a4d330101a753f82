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

public class EffectDispatcherTests
{
    [Fact]
    public async Task A_lender_that_is_down_for_a_while_gets_the_request_in_the_end()
    {
        var down = true;
        using var desk = new Desk(_ => down ? Delivery.NotDelivered : Delivery.Delivered);
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        Assert.Equal(BorrowingStatus.ReadyToBeSent, await desk.StatusOfAsync("R1"));

        down = false;
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.SettleAsync();

        var request = await desk.FindAsync("R1");
        Assert.Equal(BorrowingStatus.RequestSentToPartner, request.Status);
        Assert.Equal("CHICO", request.Active!.Partner);
        Assert.Equal(["SendRequest", "RetrySend"], desk.Transport.Sent.Select(effect => effect.Name));
    }

    [Fact]
    public async Task What_was_carried_out_is_not_carried_out_again()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        await desk.PartnerAsync("R1", "CHICO", Trigger.PartnerSetCondition, new() { Text = "In the library only" });
        await desk.StaffAsync("R1", Trigger.SendGeneralMessage, new() { Text = "Thanks" });
        await desk.PatronAsync("R1", Trigger.CancelByPatron);
        await desk.SettleAsync();
        await desk.PartnerAsync("R1", "CHICO", Trigger.PartnerAcceptedCancel);
        await desk.SettleAsync();
        var (sent, alerts, notices) = (desk.Transport.Sent.Count, desk.Notifier.Alerts.Count, desk.Notifier.Notices.Count);
        Assert.All([sent, alerts, notices], count => Assert.NotEqual(0, count));

        desk.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await desk.Get<EffectDispatcher>().DispatchAsync());
    }

    [Fact]
    public async Task A_partner_that_the_directory_no_longer_knows_is_written_to_as_an_inactive_one()
    {
        PartnerSend? said = null;
        using var desk = new Desk(
            send =>
            {
                said = send;
                return Delivery.Delivered;
            },
            configure: null,
            new Partner("CSUN"));
        await desk.Workflow.ExecuteAsync(new()
        {
            Request = "R1",
            Trigger = Trigger.Import,
            By = Actor.System,
            MessageId = "i",
            Data = new() { Library = "SDSU", Status = BorrowingStatus.RequestSentToPartner, Partners = ["GONE"] },
        });
        await desk.StaffAsync("R1", Trigger.SendGeneralMessage, new() { Text = "Are you there?" });
        await desk.SettleAsync();

        Assert.Equal(("GONE", false), (said!.Partner.Code, said.Partner.IsActive));
    }

    [Fact]
    public async Task Past_the_attempts_staff_are_told_and_the_partner_is_not_skipped()
    {
        using var desk = new Desk(_ => Delivery.NotDelivered);
        await desk.SubmitAsync("R1");
        for (var round = 0; round < 10; round++)
        {
            await desk.SettleAsync();
            desk.Clock.Advance(TimeSpan.FromHours(6));
        }

        var request = await desk.FindAsync("R1");
        Assert.Equal(BorrowingStatus.ReadyToBeSent, request.Status);
        Assert.Equal("CHICO", request.Active!.Partner);
        Assert.Equal(3, desk.Transport.Sent.Count);
        Assert.Equal(["AlertStaff(CannotSend)"], desk.Notifier.Alerts.Select(alert => alert.Name));
    }

    [Fact]
    public async Task An_unknown_outcome_is_asked_for_and_never_sent_twice()
    {
        using var desk = new Desk(send => send.Effect.Kind == EffectKind.AskPartner ? Delivery.Delivered : Delivery.Unknown);
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.SettleAsync();

        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R1"));
        Assert.Equal(["SendRequest", "AskPartner"], desk.Transport.Sent.Select(effect => effect.Name));
    }

    [Fact]
    public async Task A_peer_that_cannot_be_asked_gets_the_very_same_message_again()
    {
        var sends = 0;
        using var desk = new Desk(
            _ => sends++ == 0 ? Delivery.Unknown : Delivery.Delivered,
            partners: [new("CSUN") { Profile = new() { AnswersStatusRequests = false } }]);
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.SettleAsync();

        Assert.Equal(["SendRequest", "RepeatSend"], desk.Transport.Sent.Select(effect => effect.Name));
        Assert.Equal(desk.Transport.Sent[0].Id, desk.Transport.Sent[1].RepeatOf);
        Assert.Equal(desk.Transport.Sent[0].At, desk.Transport.Sent[1].At);
    }

    [Fact]
    public async Task A_dispatcher_that_died_after_the_send_asks_before_it_sends_again()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.Get<EffectDispatcher>().DispatchAsync();
        await desk.Store.LeaseAsync(desk.Clock.GetUtcNow(), 10, TimeSpan.FromMinutes(1));
        desk.Clock.Advance(TimeSpan.FromMinutes(2));

        await desk.SettleAsync();

        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R1"));
        Assert.Single(desk.Transport.Sent);
    }

    [Fact]
    public async Task A_transport_that_throws_leaves_the_outcome_unknown_and_the_batch_going()
    {
        using var desk = new Desk(send => send.Request.Id == "R1" ? throw new TimeoutException() : Delivery.Delivered);
        await desk.SubmitAsync("R1");
        await desk.SubmitAsync("R2");
        await desk.SettleAsync();

        Assert.Equal(BorrowingStatus.ReadyToBeSent, await desk.StatusOfAsync("R1"));
        Assert.Single((await desk.FindAsync("R1")).Active!.UnknownSends);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R2"));
    }

    [Fact]
    public async Task Another_message_is_tried_until_it_arrives_with_the_same_id()
    {
        var line = new FlakyTransport();
        using var desk = new Desk(configure: builder => builder.Services.AddSingleton<IPartnerTransport>(line));
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();
        await desk.PatronAsync("R1", Trigger.CancelByPatron);
        line.IsDown = true;
        await desk.SettleAsync();
        Assert.Equal([EffectKind.SendCancel], (await PendingAsync(desk)).Select(effect => effect.Kind));

        line.IsDown = false;
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.SettleAsync();

        Assert.Empty(await PendingAsync(desk));
        Assert.Equal(2, line.Messages.Count);
        Assert.Single(line.Messages.Distinct());
    }

    [Fact]
    public async Task A_locate_that_breaks_off_is_tried_again_and_then_shown_to_staff()
    {
        using var desk = new Desk(configure: builder => builder.UseRanking<BrokenRanking>());
        await desk.SubmitAsync("R1");
        for (var round = 0; round < 5; round++)
        {
            await desk.SettleAsync();
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(BorrowingStatus.LocateInProcess, await desk.StatusOfAsync("R1"));
        Assert.Equal(["AlertStaff(LocateStuck)"], desk.Notifier.Alerts.Select(alert => alert.Name));
        var attempts = (await desk.Workflow.HistoryAsync("R1")).Count(historyEvent => historyEvent.Trigger == Trigger.LocateInterrupted);
        Assert.Equal(3, attempts);
    }

    [Fact]
    public async Task The_why_log_stays_with_the_request()
    {
        using var desk = new Desk(partners: [new("CSUN"), new("CLOSED") { IsActive = false }]);
        await desk.SubmitAsync("R1");
        await desk.SettleAsync();

        var built = (await desk.Workflow.HistoryAsync("R1")).Single(historyEvent => historyEvent.Trigger == Trigger.RotaBuilt);

        Assert.Equal(["CSUN", "CLOSED"], built.Data!.Why!.Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_replacement_is_submitted_once_and_linked_both_ways()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        await desk.StaffAsync("R1", Trigger.Replace);
        await desk.SettleAsync();

        var original = await desk.FindAsync("R1");
        var replacement = await desk.FindAsync(original.ReplacedBy!.Value);
        Assert.Equal(BorrowingStatus.RequestCompleted, original.Status);
        Assert.Equal(original.Id, replacement.Replaces);
        Assert.Equal(original.Citation, replacement.Citation);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, replacement.Status);
    }

    [Fact]
    public async Task A_send_that_a_cancellation_overtook_does_not_go_out_and_ends_the_cancellation()
    {
        using var desk = new Desk(send => send.Effect.Kind == EffectKind.SendRequest ? Delivery.NotDelivered : Delivery.Delivered);
        await desk.SubmitAsync("R1");
        await desk.Get<EffectDispatcher>().DispatchAsync();
        await desk.Store.LeaseAsync(desk.Clock.GetUtcNow(), 10, TimeSpan.FromMinutes(1));
        await desk.PatronAsync("R1", Trigger.CancelByPatron);
        Assert.Equal(BorrowingStatus.WaitingForCancelResponse, await desk.StatusOfAsync("R1"));
        desk.Clock.Advance(TimeSpan.FromMinutes(2));

        await desk.SettleAsync();

        Assert.Equal(BorrowingStatus.CancelledByPatron, await desk.StatusOfAsync("R1"));
        Assert.Equal("CA-30", (await desk.Workflow.HistoryAsync("R1")).Single(historyEvent => historyEvent.Trigger == Trigger.SendFailed).Clause);
    }

    [Fact]
    public async Task An_outcome_that_cannot_be_saved_leaves_the_send_under_way()
    {
        var (line, directory) = (new FlakyTransport(), new FlakyDirectory());
        using var desk = new Desk(configure: builder => builder.Services.AddSingleton<IPartnerTransport>(line).AddSingleton<IPartnerDirectory>(directory));
        await desk.SubmitAsync("R1");
        await desk.Get<EffectDispatcher>().DispatchAsync();
        line.AfterSend = () => directory.IsDown = true;
        await desk.Get<EffectDispatcher>().DispatchAsync();
        directory.IsDown = false;
        Assert.Equal(BorrowingStatus.ReadyToBeSent, await desk.StatusOfAsync("R1"));

        var cancelled = await desk.PatronAsync("R1", Trigger.CancelByPatron);

        Assert.Equal("CA-5", cancelled.Clause);
    }

    [Fact]
    public async Task The_answer_of_a_locate_that_was_stopped_is_not_taken_for_the_one_that_is_awaited()
    {
        using var desk = new Desk();
        await desk.SubmitAsync("R1");
        var stopped = (await desk.FindAsync("R1")).Facts.LocateEffect;
        await desk.StaffAsync("R1", Trigger.CancelByStaff);
        await desk.StaffAsync("R1", Trigger.Locate);

        var late = await desk.Workflow.ExecuteAsync(new()
        {
            Request = "R1", Trigger = Trigger.RotaBuilt, By = Actor.System, MessageId = $"outcome/{stopped}", Data = new() { Effect = stopped, Partners = ["CSUN"] },
        });
        await desk.SettleAsync();

        Assert.Equal(Verdict.OutOfSequence, late.Verdict);
        Assert.Equal("CHICO", (await desk.FindAsync("R1")).Active!.Partner);
    }

    private static async Task<IReadOnlyList<PendingEffect>> PendingAsync(Desk desk)
    {
        var pending = new List<PendingEffect>();
        await foreach (var batch in desk.Store.PendingAsync())
        {
            pending.AddRange(batch);
        }

        return pending;
    }

    [Fact]
    public async Task What_is_left_when_the_lease_is_used_up_is_not_begun()
    {
        Desk? desk = null;
        var notifier = new ScriptedNotifier(_ => desk!.Clock.Advance(new DispatchSettings().Lease));
        using (desk = await TwoArrivedAsync(notifier))
        {
            await desk.Get<EffectDispatcher>().DispatchAsync();
            Assert.Equal(1, notifier.Calls);

            await desk.SettleAsync();
            Assert.Equal(2, notifier.Calls);
        }
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_begins_no_further_effect()
    {
        using var end = new CancellationTokenSource();
        var notifier = new ScriptedNotifier(_ => end.Cancel());
        using var desk = await TwoArrivedAsync(notifier);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await desk.Get<EffectDispatcher>().DispatchAsync(end.Token));

        Assert.Equal(1, notifier.Calls);
    }

    [Fact]
    public async Task A_port_that_throws_is_logged_and_called_again_later()
    {
        var notifier = new ScriptedNotifier(call => throw (call == 1 ? new IOException("The mail server is away.") : new InvalidOperationException("Called too often.")));
        using var desk = await TwoArrivedAsync(notifier, requests: 1);
        await desk.SettleAsync();
        Assert.Equal(1, notifier.Calls);

        var line = Assert.Single(desk.Get<FakeLogCollector>().GetSnapshot(), line => line.Id.Id == 1202);
        Assert.Equal("Request R1: NotifyPatron(Arrived) failed at attempt 1; it is tried again.", line.Message);
        desk.Clock.Advance(new DispatchSettings().LongestBackoff);
        await desk.SettleAsync();
        Assert.Equal(2, notifier.Calls);
    }

    private static async Task<Desk> TwoArrivedAsync(ScriptedNotifier notifier, int requests = 2)
    {
        var desk = new Desk(configure: builder =>
        {
            builder.Services.AddSingleton<IPatronNotifier>(notifier);
            builder.Services.AddLogging(logging => logging.AddFakeLogging());
        });
        for (var index = 1; index <= requests; index++)
        {
            await desk.SubmitAsync($"R{index}");
        }

        await desk.SettleAsync();
        for (var index = 1; index <= requests; index++)
        {
            await desk.PartnerAsync($"R{index}", "CHICO", Trigger.PartnerShipped);
            await desk.StaffAsync($"R{index}", Trigger.Receive);
        }

        return desk;
    }

    /// <summary>A notifier that does as the test says at each call, counted from 1.</summary>
    private sealed class ScriptedNotifier(Action<int> script) : IPatronNotifier
    {
        public int Calls { get; private set; }

        public ValueTask NotifyPatronAsync(Effect notice, BorrowingRequest request, CancellationToken cancellationToken = default)
        {
            script(++Calls);
            return ValueTask.CompletedTask;
        }

        public ValueTask AlertStaffAsync(Effect alert, BorrowingRequest request, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }
}
