using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

public class SendingClauseTests
{
    [Fact]
    [Clause("SE-1"), Clause("SE-9")]
    public void The_partners_days_begin_when_it_has_the_request()
    {
        var scene = ARequest().In(ReadyToBeSent).AfterDays(1);

        // Of a partner that was never asked nothing can have been sent.
        scene.SystemFor("SDLAW", Trigger.Sent).ShouldBeOutOfSequence();
        scene.SystemFor("NOWHERE", Trigger.Sent).ShouldBeOutOfSequence();

        scene.System(Trigger.Sent).ShouldBe(RequestSentToPartner, "SE-1").WithoutEffects().WithRecords().Settling(1, EffectOutcome.Done)
            .WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(7)).WithEntry("CSUN", entry => Assert.True(entry.IsConfirmed));
        scene.SystemFor("CSUN", Trigger.Sent).ShouldBeOutOfSequence();
    }

    [Fact]
    [Clause("SE-2")]
    public void What_was_certainly_not_delivered_is_sent_again_later_and_later_and_then_shown_to_staff()
    {
        var scene = ARequest().In(ReadyToBeSent);
        var first = scene.Effects[0];
        Assert.Equal((first.Id, Start), (first.RepeatOf!, first.At));
        scene.SystemFor("SDLAW", Trigger.SendFailed, new() { Outcome = SendOutcome.NotDelivered }).ShouldBeOutOfSequence();

        scene.System(Trigger.SendFailed, new() { Outcome = SendOutcome.NotDelivered })
            .ShouldBe(ReadyToBeSent, "SE-2").WithEffects("RetrySend").WithEffectTo("CSUN", "RetrySend").WithRecords().Settling(1, EffectOutcome.Failed)
            .WithEffect("RetrySend", effect => Assert.Equal((first.Id, first.At, Start.AddMinutes(5)), (effect.RepeatOf!, effect.At, effect.NotBefore)));
        scene.System(Trigger.SendFailed, new() { Outcome = SendOutcome.NotDelivered })
            .ShouldBe(ReadyToBeSent, "SE-2").WithEffects("RetrySend")
            .WithEffect("RetrySend", effect => Assert.Equal((first.Id, first.At, Start.AddMinutes(10)), (effect.RepeatOf!, effect.At, effect.NotBefore)));
        scene.System(Trigger.SendFailed, new() { Outcome = SendOutcome.NotDelivered })
            .ShouldBe(ReadyToBeSent, "SE-2").WithEffects("AlertStaff(CannotSend)").ActiveIs("CSUN").RotaIs("CSUN Active", "SDLAW Pending")
            .WithEffect("AlertStaff(CannotSend)", effect => Assert.Equal("have the lender check its library and location configuration", effect.Text));
    }

    [Fact]
    [Clause("SE-2"), Clause("SE-7")]
    public void The_outcome_decides_whether_to_send_or_to_ask_and_unknown_is_the_default()
    {
        ARequest().In(ReadyToBeSent).System(Trigger.SendFailed, new() { Outcome = SendOutcome.NotDelivered })
            .ShouldBe(ReadyToBeSent, "SE-2").WithEffects("RetrySend");
        ARequest().In(ReadyToBeSent).System(Trigger.SendFailed).ShouldBe(ReadyToBeSent, "SE-7").WithEffects("AskPartner");
        ARequest().In(ReadyToBeSent).System(Trigger.SendFailed, new() { Outcome = SendOutcome.Unknown })
            .ShouldBe(ReadyToBeSent, "SE-7").WithEffects("AskPartner");
    }

    [Fact]
    [Clause("SE-7")]
    public void A_peer_is_asked_later_and_later_and_then_staff_are_told()
    {
        var scene = ARequest().In(ReadyToBeSent);
        var first = scene.Effects[0];
        scene.SystemFor("SDLAW", Trigger.SendFailed).ShouldBeOutOfSequence();

        scene.System(Trigger.SendFailed).ShouldBe(ReadyToBeSent, "SE-7").WithEffects("AskPartner").WithEffectTo("CSUN", "AskPartner").WithRecords()
            .Settling(1, EffectOutcome.Failed)
            .WithEffect("AskPartner", effect => Assert.Equal((first.Id, first.At, Start.AddMinutes(5)), (effect.RepeatOf!, effect.At, effect.NotBefore)));
        scene.System(Trigger.SendFailed).ShouldBe(ReadyToBeSent, "SE-7").WithEffects("AskPartner")
            .WithEffect("AskPartner", effect => Assert.Equal(Start.AddMinutes(10), effect.NotBefore));
        scene.System(Trigger.SendFailed).ShouldBe(ReadyToBeSent, "SE-7").WithEffects("AlertStaff(CannotSend)").ActiveIs("CSUN")
            .WithEffect("AlertStaff(CannotSend)", effect => Assert.Equal("have the lender check its library and location configuration", effect.Text));
    }

    [Fact]
    [Clause("SE-7")]
    public void A_peer_that_cannot_be_asked_gets_the_same_message_with_the_same_id_and_time_again()
    {
        var scene = ARequest().WhereProfile("CSUN", profile => profile with { AnswersStatusRequests = false }).In(ReadyToBeSent);
        var first = scene.Effects[0];

        scene.AfterDays(1).System(Trigger.SendFailed).ShouldBe(ReadyToBeSent, "SE-7").WithEffects("RepeatSend")
            .WithEffect("RepeatSend", effect => Assert.Equal((first.Id, first.At), (effect.RepeatOf!, effect.At)));
    }

    [Fact]
    [Clause("SE-2")]
    public void A_retry_that_fails_for_certain_does_not_make_an_earlier_unknown_outcome_known() =>
        ARequest().WhereProfile("CSUN", profile => profile with { AnswersStatusRequests = false }).In(ReadyToBeSent).SendFailed(SendOutcome.Unknown)
            .System(Trigger.SendFailed, new() { Outcome = SendOutcome.NotDelivered }).ShouldBe(ReadyToBeSent, "SE-2").WithEffects("RepeatSend");

    [Fact]
    [Clause("SE-3")]
    public void Staff_send_now_and_the_attempts_begin_anew()
    {
        var scene = ARequest().In(ReadyToBeSent).SendFailed(SendOutcome.NotDelivered).SendFailed(SendOutcome.NotDelivered).AfterDays(1);

        scene.Staff(Trigger.Send).ShouldBe(ReadyToBeSent, "SE-3").WithEffects("SendRequest").WithEffectTo("CSUN", "SendRequest").Withdrawing(1).WithRecords()
            .WithEffect("SendRequest", effect => Assert.Equal((effect.Id, scene.Now, scene.Now), (effect.RepeatOf!, effect.At, effect.NotBefore)))
            .WithEntry("CSUN", entry => Assert.Equal((0, scene.Effects[0].Id, scene.Now), (entry.FailedSends, entry.FirstSend!, entry.FirstSendAt)));
        scene.SendFailed(SendOutcome.NotDelivered).WithEffects("RetrySend");
    }

    [Theory]
    [Clause("SE-3")]
    [InlineData(true, "AskPartner")]
    [InlineData(false, "RepeatSend")]
    public void While_an_outcome_is_unknown_staff_ask_or_repeat(bool answers, string effect)
    {
        var scene = ARequest().WhereProfile("CSUN", profile => profile with { AnswersStatusRequests = answers }).In(ReadyToBeSent);
        var first = scene.Effects[0];

        scene.SendFailed(SendOutcome.Unknown).AfterDays(1).Staff(Trigger.Send)
            .ShouldBe(ReadyToBeSent, "SE-3").WithEffects(effect).Withdrawing(1)
            .WithEffect(effect, again => Assert.Equal((first.Id, first.At, Start.AddDays(1)), (again.RepeatOf!, again.At, again.NotBefore)));
        ARequest().WhereProfile("CSUN", profile => profile with { AnswersStatusRequests = answers }).In(ReadyToBeSent).SendUnderWay()
            .Staff(Trigger.Send).ShouldBe(ReadyToBeSent, "SE-3").WithEffects(effect).Withdrawing(0);
    }

    [Fact]
    [Clause("SE-4"), Clause("SE-5"), Clause("SE-8")]
    public void A_partner_that_cannot_hold_the_request_is_skipped_without_a_word()
    {
        var scene = ARequest().In(ReadyToBeSent).AfterDays(1);

        scene.Staff(Trigger.SkipPartner).ShouldBe(ReadyToBeSent, "SE-4").WithEffects("SendRequest").WithEffectTo("SDLAW", "SendRequest")
            .Withdrawing(1).RotaIs("CSUN Skipped", "SDLAW Active").ActiveIs("SDLAW").WithRecords()
            .WithRequest(request => Assert.Equal(Start, request.EnteredAt));
        scene.Staff(Trigger.SkipPartner).ShouldBe(RejectedByPartner, "SE-5").WithEffects("NotifyPatron(SuggestIll)")
            .Withdrawing(1).RotaIs("CSUN Skipped", "SDLAW Skipped").ActiveIs(null).WithRecords();
    }

    [Fact]
    [Clause("SE-5")]
    public void With_KeepRejectedActive_the_patron_is_not_told_yet() =>
        ARequest().Where(options => options.KeepRejectedActive = true).In(ReadyToBeSent, "CSUN").Staff(Trigger.SkipPartner)
            .ShouldBe(RejectedByPartner, "SE-5").WithoutEffects();

    [Theory]
    [Clause("SE-4"), Clause("SE-5"), Clause("SE-8")]
    [InlineData("CSUN", "SDLAW")]
    [InlineData("CSUN")]
    public void A_partner_that_may_hold_the_request_is_asked_to_let_go(params string[] rota)
    {
        ARequest().In(ReadyToBeSent, rota).SendUnderWay().Staff(Trigger.SkipPartner)
            .ShouldBe(WaitingForCancelResponse, "SE-8").WithEffects("SendCancel").Withdrawing(0);

        ARequest().In(ReadyToBeSent, rota).SendFailed(SendOutcome.Unknown).AfterDays(1).Staff(Trigger.SkipPartner)
            .ShouldBe(WaitingForCancelResponse, "SE-8").WithEffects("SendCancel").WithEffectTo("CSUN", "SendCancel").Withdrawing(1).WithRecords()
            .WithDeadline(DeadlineKind.CancelResponse, Start.AddDays(6)).ActiveIs("CSUN")
            .WithRequest(request => Assert.Equal(
                (RequestSentToPartner, Actor.Staff, true),
                (request.BeforeCancel!.Status, request.BeforeCancel.Initiator, request.BeforeCancel.ContinuesRota)));
    }

    [Theory]
    [Clause("SE-6")]
    [InlineData(Trigger.PartnerAcknowledged, RequestSentToPartner)]
    [InlineData(Trigger.PartnerAccepted, RequestAccepted)]
    [InlineData(Trigger.PartnerWillSupply, WillSupply)]
    [InlineData(Trigger.PartnerSetCondition, Conditional, "AlertStaff(Condition)")]
    [InlineData(Trigger.PartnerRetryPossible, Conditional, "AlertStaff(Retry)")]
    [InlineData(Trigger.PartnerRejected, ReadyToBeSent, "SendRequest")]
    [InlineData(Trigger.PartnerExpired, ReadyToBeSent, "TellPartner(Cancel)", "SendRequest")]
    [InlineData(Trigger.PartnerShipped, ShippedPhysically, "CreateTemporaryItem")]
    [InlineData(Trigger.PartnerShippedDigitally, ShippedDigitally)]
    [InlineData(Trigger.PartnerCancelled, ReadyToBeSent, "SendRequest")]
    public void An_answer_that_overtakes_the_confirmation_confirms_the_send(Trigger answer, BorrowingStatus to, params string[] effects)
    {
        ARequest().In(ReadyToBeSent).SendUnderWay().Partner("CSUN", answer).ShouldBe(to, "SE-6").WithEffects(effects).WithRecords("SentImplied");
        ARequest().In(ReadyToBeSent).SendFailed(null).StaffFor("CSUN", answer).ShouldBe(to, "SE-6").WithEffects(effects).WithRecords("SentImplied")
            .Withdrawing(1).WithEntry("CSUN", entry => Assert.True(entry.IsConfirmed));

        // Nobody can answer what it cannot have.
        ARequest().In(ReadyToBeSent).Partner("CSUN", answer).ShouldBeOutOfSequence();
        ARequest().In(ReadyToBeSent).SendFailed(SendOutcome.NotDelivered).StaffFor("CSUN", answer).ShouldBeRefused("SE-6");
    }

    [Theory]
    [Clause("SE-6")]
    [InlineData(Trigger.PartnerAcknowledged)]
    [InlineData(Trigger.PartnerAccepted)]
    public void A_partner_that_answers_before_the_confirmation_has_its_days_from_then(Trigger answer) =>
        ARequest().In(ReadyToBeSent).SendUnderWay().AfterDays(1).Partner("CSUN", answer).WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(7))
            .System(Trigger.Sent).ShouldBeOutOfSequence().WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(7));

    [Theory]
    [Clause("SE-9")]
    [InlineData(Trigger.Sent, null, "TellPartner(Cancel)")]
    [InlineData(Trigger.SendFailed, SendOutcome.Unknown, "TellPartner(Cancel)")]
    [InlineData(Trigger.SendFailed, SendOutcome.NotDelivered, null)]
    public void What_becomes_of_a_send_to_a_former_partner_is_recorded_and_the_partner_told(Trigger trigger, SendOutcome? outcome, string? effect)
    {
        var settled = trigger == Trigger.Sent ? EffectOutcome.Done : EffectOutcome.Failed;
        foreach (var status in new[] { ReadyToBeSent, RequestSentToPartner, RequestCompleted })
        {
            var scene = ARequest().In(ReadyToBeSent).SendUnderWay();
            var send = scene.Effects[0].Id;
            scene.Partner("CSUN", Trigger.PartnerRejected).ShouldBe(ReadyToBeSent, "SE-6");
            _ = status switch
            {
                RequestSentToPartner => scene.Sent(),
                RequestCompleted => scene.Completed(),
                _ => scene,
            };

            scene.System(trigger, new() { Outcome = outcome, Effect = send })
                .ShouldBe(status, "SE-9").WithEffects(effect is null ? [] : [effect]).WithRecords("SentAfterwards").Settling(1, settled);
            if (effect is not null)
            {
                scene.WithEffectTo("CSUN", effect);
            }
        }
    }

    [Fact]
    [Clause("SE-10")]
    public void An_item_in_hand_was_sent_and_shipped_whatever_we_know()
    {
        ARequest().In(ReadyToBeSent).SendFailed(SendOutcome.Unknown).Staff(Trigger.Receive)
            .ShouldBe(PhysicallyReceivedByLibrary, "SE-10")
            .WithEffects("SendReceived", "CreateTemporaryItem", "PlaceOnHoldShelf", "NotifyPatron(Arrived)").WithEffectTo("CSUN", "SendReceived")
            .WithRecords("Skipped(Shipped)", "SentImplied").Withdrawing(1).WithDeadline(DeadlineKind.HoldExpiry, Start.AddDays(14));
        ARequest().In(ReadyToBeSent).Staff(Trigger.Receive).ShouldBeRefused("SE-10");
    }
}
