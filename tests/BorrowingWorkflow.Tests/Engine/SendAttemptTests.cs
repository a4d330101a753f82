using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>Two attempts at one send: the first died, or its lease ran out while it was still under way.</summary>
public class SendAttemptTests
{
    private static readonly TimeSpan Lease = new DispatchSettings().Lease;

    [Theory]
    [Clause("SE-8")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_dispatcher_died_a_refusal_does_not_say_that_the_first_attempt_never_arrived(bool diesAgain)
    {
        using var desk = new Desk(_ => Delivery.NotDelivered, partners: [Silent("ASHLAND"), new("BUTTE")]);
        await QueueAsync(desk);
        await DieInTheSendAsync(desk);
        if (diesAgain)
        {
            await DieInTheSendAsync(desk);
        }

        await desk.SettleAsync();
        var outcome = Assert.Single(await OutcomesAsync(desk));
        var skipped = await desk.StaffAsync("R1", Trigger.SkipPartner);
        await desk.SettleAsync();

        Assert.Equal(("SE-7", SendOutcome.Unknown), (outcome.Clause, outcome.Data!.Outcome));
        Assert.Equal(("SE-8", BorrowingStatus.WaitingForCancelResponse), (skipped.Clause, skipped.Status));
        Assert.DoesNotContain(desk.Transport.Sent, effect => effect.IsSend && effect.Partner == "BUTTE");
    }

    [Fact]
    [Clause("SE-1")]
    public async Task After_a_dispatcher_died_a_confirmation_still_counts()
    {
        using var desk = new Desk(_ => Delivery.Delivered, partners: [Silent("ASHLAND")]);
        await QueueAsync(desk);
        await DieInTheSendAsync(desk);

        await desk.SettleAsync();

        Assert.Equal("SE-1", Assert.Single(await OutcomesAsync(desk)).Clause);
    }

    [Fact]
    [Clause("SE-4")]
    public async Task A_partner_that_says_that_the_first_attempt_never_arrived_and_refuses_the_second_holds_nothing()
    {
        using var desk = new Desk(_ => Delivery.NotDelivered, partners: [new("ASHLAND"), new("BUTTE")]);
        await QueueAsync(desk);
        await DieInTheSendAsync(desk);

        await desk.SettleAsync();

        Assert.Equal("SE-2", Assert.Single(await OutcomesAsync(desk)).Clause);
        Assert.Equal("SE-4", (await desk.StaffAsync("R1", Trigger.SkipPartner)).Clause);
    }

    [Fact]
    [Clause("SE-9")]
    public async Task A_confirmation_that_comes_when_the_rota_has_moved_on_cancels_at_that_partner()
    {
        var line = new HeldTransport();
        using var desk = At(line, new("ASHLAND"), new("BUTTE"));
        await QueueAsync(desk);
        var first = desk.Get<EffectDispatcher>().DispatchAsync();
        desk.Clock.Advance(Lease);
        line.AtOnce = Delivery.NotDelivered;
        await desk.Get<EffectDispatcher>().DispatchAsync();
        Assert.Equal("SE-4", (await desk.StaffAsync("R1", Trigger.SkipPartner)).Clause);

        line.Requests[0].Ends.SetResult(Delivery.Delivered);
        await first;
        await desk.SettleAsync();

        Assert.Equal(["SE-2", "SE-9"], (await OutcomesAsync(desk)).Where(told => told.Partner == "ASHLAND").Select(told => told.Clause));
        Assert.Equal(["TellPartner(Cancel) to ASHLAND"], line.Messages.Select(told => $"{told.Effect.Name} to {told.Partner.Code}"));
    }

    [Fact]
    [Clause("SE-9")]
    public async Task An_unknown_outcome_that_comes_when_the_rota_has_moved_on_cancels_at_that_partner()
    {
        var line = new HeldTransport();
        using var desk = At(line, new("ASHLAND"), new("BUTTE"));
        await QueueAsync(desk);
        var first = desk.Get<EffectDispatcher>().DispatchAsync();
        desk.Clock.Advance(Lease);
        line.AtOnce = Delivery.NotDelivered;
        await desk.Get<EffectDispatcher>().DispatchAsync();
        await desk.StaffAsync("R1", Trigger.SkipPartner);

        line.Requests[0].Ends.SetException(new TimeoutException());
        await first;
        await desk.SettleAsync();

        Assert.Equal(["TellPartner(Cancel) to ASHLAND"], line.Messages.Select(told => $"{told.Effect.Name} to {told.Partner.Code}"));
    }

    [Fact]
    [Clause("SE-8")]
    public async Task A_refusal_that_comes_after_its_lease_says_nothing_of_the_attempt_that_is_under_way()
    {
        var line = new HeldTransport();
        using var desk = At(line, new("ASHLAND"), new("BUTTE"));
        await QueueAsync(desk);
        var first = desk.Get<EffectDispatcher>().DispatchAsync();
        desk.Clock.Advance(Lease);
        var second = desk.Get<EffectDispatcher>().DispatchAsync();

        line.Requests[0].Ends.SetResult(Delivery.NotDelivered);
        await first;

        Assert.Equal("SE-8", (await desk.StaffAsync("R1", Trigger.SkipPartner)).Clause);
        line.Requests[1].Ends.SetResult(Delivery.Delivered);
        await second;
        Assert.True((await desk.FindAsync("R1")).Rota[0].IsConfirmed);
    }

    [Theory]
    [Clause("SE-8")]
    [InlineData(Delivery.NotDelivered)]
    [InlineData(Delivery.Unknown)]
    public async Task A_failure_that_comes_late_takes_back_nothing_and_sends_nothing_again(Delivery late)
    {
        var line = new HeldTransport();
        using var desk = At(line, Silent("ASHLAND"), new("BUTTE"));
        await QueueAsync(desk);
        var first = desk.Get<EffectDispatcher>().DispatchAsync();
        desk.Clock.Advance(Lease);
        line.AtOnce = Delivery.Unknown;
        await desk.Get<EffectDispatcher>().DispatchAsync();

        line.Requests[0].Ends.SetResult(late);
        await first;

        Assert.Equal([Verdict.Applied, Verdict.OutOfSequence], (await OutcomesAsync(desk)).Select(told => told.Verdict));
        Assert.Equal(["RepeatSend"], await PendingAsync(desk));
        Assert.Equal("SE-8", (await desk.StaffAsync("R1", Trigger.SkipPartner)).Clause);
    }

    [Fact]
    [Clause("SE-1")]
    public async Task A_confirmation_that_comes_after_another_attempt_failed_confirms()
    {
        var line = new HeldTransport();
        using var desk = At(line, Silent("ASHLAND"), new("BUTTE"));
        await QueueAsync(desk);
        var first = desk.Get<EffectDispatcher>().DispatchAsync();
        desk.Clock.Advance(Lease);
        line.AtOnce = Delivery.NotDelivered;
        await desk.Get<EffectDispatcher>().DispatchAsync();

        line.Requests[0].Ends.SetResult(Delivery.Delivered);
        await first;

        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R1"));
        Assert.Empty(await PendingAsync(desk));
    }

    [Theory]
    [InlineData(Delivery.Delivered)]
    [InlineData(Delivery.Unknown)]
    [InlineData(Delivery.NotDelivered)]
    public async Task What_comes_after_the_other_attempt_was_confirmed_changes_nothing(Delivery late)
    {
        var line = new HeldTransport();
        using var desk = At(line, new("ASHLAND"), new("BUTTE"));
        await QueueAsync(desk);
        var first = desk.Get<EffectDispatcher>().DispatchAsync();
        desk.Clock.Advance(Lease);
        line.Answer = Delivery.Delivered;
        await desk.Get<EffectDispatcher>().DispatchAsync();
        line.AtOnce = Delivery.Delivered;
        await desk.PartnerAsync("R1", "ASHLAND", Trigger.PartnerRejected);
        await desk.SettleAsync();

        line.Requests[0].Ends.SetResult(late);
        await first;
        await desk.SettleAsync();

        Assert.Equal(Verdict.OutOfSequence, (await OutcomesAsync(desk))[^1].Verdict);
        Assert.Empty(line.Messages);
        Assert.Equal("BUTTE", (await desk.FindAsync("R1")).Active!.Partner);
    }

    [Theory]
    [Clause("SE-4"), Clause("SE-8")]
    [InlineData(false, "SE-4")]
    [InlineData(true, "SE-8")]
    public async Task A_dispatcher_that_stops_hands_a_send_back_unless_an_earlier_attempt_may_be_under_way(bool died, string clause)
    {
        using var desk = new Desk(partners: [new("ASHLAND"), new("BUTTE")]);
        await QueueAsync(desk);
        if (died)
        {
            await DieInTheSendAsync(desk);
        }

        await desk.Get<EffectDispatcher>().DispatchAsync(stopping: new(canceled: true), CancellationToken.None);

        Assert.Empty(desk.Transport.Sent);
        Assert.Equal(clause, (await desk.StaffAsync("R1", Trigger.SkipPartner)).Clause);
    }

    [Fact]
    public async Task An_outcome_that_was_saved_and_not_answered_is_neither_told_nor_sent_again()
    {
        var isCutOff = false;
        var kept = new InMemoryWorkflowStore();
        var store = new RacingStore(kept, async save =>
        {
            await kept.SaveAsync(save);
            if (isCutOff)
            {
                throw new StoreUnavailableException("The connection broke after the commit.", new IOException());
            }
        });
        using var desk = new Desk(configure: builder => builder.Services.AddSingleton<IWorkflowStore>(store), partners: [Silent("ASHLAND")]);
        await QueueAsync(desk);

        isCutOff = true;
        await desk.Get<EffectDispatcher>().DispatchAsync();
        isCutOff = false;
        desk.Clock.Advance(Lease);
        await desk.SettleAsync();

        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R1"));
        Assert.Single(desk.Transport.Sent);
        Assert.Single(await OutcomesAsync(desk));
    }

    [Fact]
    [Clause("SE-9")]
    public async Task The_outcome_that_an_earlier_version_stored_is_no_obstacle()
    {
        var line = new HeldTransport();
        using var desk = At(line, new("ASHLAND"), new("BUTTE"));
        await QueueAsync(desk);
        var first = desk.Get<EffectDispatcher>().DispatchAsync();
        var send = line.Requests[0].Send.Effect;

        // As it was written before attempts had message ids of their own.
        var stored = new WorkflowInput
        {
            Request = "R1",
            Trigger = Trigger.SendFailed,
            By = Actor.System,
            MessageId = $"outcome/{send.Id}",
            Partner = send.Partner,
            Data = new() { Effect = send.Id, Outcome = SendOutcome.NotDelivered },
        };
        Assert.Equal("SE-2", (await desk.Workflow.ExecuteAsync(stored)).Clause);
        Assert.Equal(Verdict.Duplicate, (await desk.Workflow.ExecuteAsync(stored)).Verdict);
        Assert.Equal("SE-4", (await desk.StaffAsync("R1", Trigger.SkipPartner)).Clause);

        line.AtOnce = Delivery.Delivered;
        line.Requests[0].Ends.SetResult(Delivery.Delivered);
        await first;
        await desk.SettleAsync();

        Assert.Equal("SE-9", (await OutcomesAsync(desk))[1].Clause);
        Assert.Equal(["TellPartner(Cancel) to ASHLAND"], line.Messages.Select(told => $"{told.Effect.Name} to {told.Partner.Code}"));
        Assert.Equal(BorrowingStatus.RequestSentToPartner, await desk.StatusOfAsync("R1"));
    }

    private static Partner Silent(string code) => new(code) { Profile = new() { AnswersStatusRequests = false } };

    private static Desk At(HeldTransport line, params Partner[] partners) =>
        new(configure: builder => builder.Services.AddSingleton<IPartnerTransport>(line), partners: partners);

    /// <summary>Submits and lets the locate run: the send is queued.</summary>
    private static async Task QueueAsync(Desk desk)
    {
        await desk.SubmitAsync("R1");
        await desk.Get<EffectDispatcher>().DispatchAsync();
        Assert.Equal(BorrowingStatus.ReadyToBeSent, await desk.StatusOfAsync("R1"));
    }

    /// <summary>A dispatcher takes the send, and is never heard of again.</summary>
    private static async Task DieInTheSendAsync(Desk desk)
    {
        Assert.Single(await desk.Store.LeaseAsync(desk.Clock.GetUtcNow(), 10, Lease));
        desk.Clock.Advance(Lease);
    }

    private static async Task<IReadOnlyList<HistoryEvent>> OutcomesAsync(Desk desk) =>
        [.. (await desk.Workflow.HistoryAsync("R1")).Where(told => told.Trigger is Trigger.Sent or Trigger.SendFailed)];

    private static async Task<IReadOnlyList<string>> PendingAsync(Desk desk)
    {
        List<string> pending = [];
        await foreach (var batch in desk.Store.PendingAsync())
        {
            pending.AddRange(batch.Select(one => $"{one.Kind}"));
        }

        return pending;
    }
}
