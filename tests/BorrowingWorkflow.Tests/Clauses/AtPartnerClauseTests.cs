using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

public class AtPartnerClauseTests
{
    [Theory]
    [Clause("AP-1")]
    [InlineData(RequestSentToPartner, true)]
    [InlineData(RequestAccepted, true)]
    [InlineData(WillSupply, false)]
    [InlineData(Conditional, false)]
    public void An_acknowledgement_changes_nothing(BorrowingStatus status, bool runs)
    {
        ARequest().In(status).Partner("CSUN", Trigger.PartnerAcknowledged).ShouldBe(status, "AP-1").WithoutEffects().WithRecords()
            .WithDeadlines(runs ? [DeadlineKind.PartnerExpiry] : []);
        ARequest().In(status).StaffFor("CSUN", Trigger.PartnerAcknowledged).ShouldBe(status, "AP-1");
    }

    [Theory]
    [Clause("AP-2"), Clause("AP-22")]
    [InlineData(true, RequestAccepted, "AP-2")]
    [InlineData(false, RequestSentToPartner, "AP-22")]
    public void An_acceptance_is_a_status_where_the_profile_has_it(bool has, BorrowingStatus to, string clause) =>
        ARequest().WhereProfile("CSUN", profile => profile with { HasRequestAccepted = has }).In(RequestSentToPartner).AfterDays(1)
            .Partner("CSUN", Trigger.PartnerAccepted).ShouldBe(to, clause).WithoutEffects().WithRecords()
            .WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(4));

    [Theory]
    [Clause("AP-3"), Clause("AP-23"), Clause("AP-24")]
    [InlineData(RequestSentToPartner, true, WillSupply, "AP-3")]
    [InlineData(RequestAccepted, true, WillSupply, "AP-3")]
    [InlineData(Conditional, true, WillSupply, "AP-3")]
    [InlineData(RequestSentToPartner, false, RequestSentToPartner, "AP-23")]
    [InlineData(RequestAccepted, false, RequestAccepted, "AP-23")]
    [InlineData(Conditional, false, RequestSentToPartner, "AP-24")]
    public void A_promise_to_supply_stops_the_clock_whether_it_is_a_status_or_not(BorrowingStatus from, bool has, BorrowingStatus to, string clause) =>
        ARequest().WhereProfile("CSUN", profile => profile with { HasWillSupply = has }).In(from)
            .Partner("CSUN", Trigger.PartnerWillSupply).ShouldBe(to, clause).WithoutEffects().WithRecords().WithDeadlines();

    [Theory]
    [Clause("AP-4")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void A_condition_waits_for_staff_and_time_does_not_run(BorrowingStatus from) =>
        ARequest().In(from).Partner("CSUN", Trigger.PartnerSetCondition, new() { Condition = "LibraryUseOnly", Cost = "USD 20" })
            .ShouldBe(Conditional, "AP-4").WithEffects("AlertStaff(Condition)").WithRecords().WithDeadlines()
            .WithRequest(request => Assert.Equal(
                (false, "LibraryUseOnly", "USD 20"), (request.Condition!.IsRetry, request.Condition.Condition, request.Condition.Cost)));

    [Theory]
    [Clause("AP-5")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void A_possible_retry_waits_for_staff(BorrowingStatus from) =>
        ARequest().In(from).Partner("CSUN", Trigger.PartnerRetryPossible)
            .ShouldBe(Conditional, "AP-5").WithEffects("AlertStaff(Retry)").WithRecords().WithDeadlines()
            .WithRequest(request => Assert.True(request.Condition!.IsRetry));

    [Fact]
    [Clause("AP-6"), Clause("AP-7")]
    public void Whichever_came_last_stands_a_condition_or_a_retry()
    {
        ARequest().In(RequestSentToPartner).Answered(Trigger.PartnerRetryPossible).Answered(Trigger.PartnerSetCondition).AfterDays(1)
            .Staff(Trigger.AcceptCondition).ShouldBe(RequestSentToPartner, "AP-6").WithEffects("SendConditionAnswer(yes)")
            .WithEffectTo("CSUN", "SendConditionAnswer(yes)").WithRecords().WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(7))
            .WithRequest(request => Assert.Null(request.Condition));

        ARequest().In(RequestSentToPartner).Answered(Trigger.PartnerSetCondition).Answered(Trigger.PartnerRetryPossible)
            .Staff(Trigger.AcceptCondition).ShouldBe(ReadyToBeSent, "AP-7").WithEffects("SendRequest(Retry)")
            .WithEffectTo("CSUN", "SendRequest(Retry)").WithRecords().WithDeadlines().RotaIs("CSUN Active", "SDLAW Pending")
            .WithRequest(request => Assert.Null(request.Condition));
    }

    [Fact]
    [Clause("AP-6")]
    public void The_condition_of_an_import_can_be_accepted() =>
        ARequest().Imported(Conditional, "CSUN")
            .Staff(Trigger.AcceptCondition).ShouldBe(RequestSentToPartner, "AP-6");

    [Theory]
    [Clause("AP-8"), Clause("AP-9")]
    [InlineData(Trigger.PartnerSetCondition, "AP-8", "SendConditionAnswer(no)", "TellPartner(Cancel)", "SendRequest")]
    [InlineData(Trigger.PartnerRetryPossible, "AP-8", "SendConditionAnswer(no)", "SendRequest")]
    [InlineData(Trigger.PartnerSetCondition, "AP-9", "SendConditionAnswer(no)", "TellPartner(Cancel)", "NotifyPatron(SuggestIll)")]
    [InlineData(Trigger.PartnerRetryPossible, "AP-9", "SendConditionAnswer(no)", "NotifyPatron(SuggestIll)")]
    public void A_declined_condition_moves_the_rota_on_or_ends_it(Trigger answer, string clause, params string[] effects)
    {
        var another = clause == "AP-8";
        var scene = ARequest().In(RequestSentToPartner, another ? ["CSUN", "SDLAW"] : ["CSUN"]).Answered(answer).Staff(Trigger.DeclineCondition);

        scene.ShouldBe(another ? ReadyToBeSent : RejectedByPartner, clause).WithEffects(effects).WithEffectTo("CSUN", "SendConditionAnswer(no)")
            .RotaIs(another ? ["CSUN Declined", "SDLAW Active"] : ["CSUN Declined"]).ActiveIs(another ? "SDLAW" : null).WithRecords().WithDeadlines();
        if (another)
        {
            scene.WithEffectTo("SDLAW", "SendRequest").WithRequest(request => Assert.Null(request.Condition));
        }
    }

    [Theory]
    [Clause("AP-9"), Clause("AP-11"), Clause("AP-13"), Clause("AP-26")]
    [InlineData(Conditional, Trigger.DeclineCondition, "AP-9", "SendConditionAnswer(no)", "TellPartner(Cancel)")]
    [InlineData(RequestSentToPartner, Trigger.PartnerRejected, "AP-11")]
    [InlineData(RequestSentToPartner, Trigger.PartnerExpired, "AP-13", "TellPartner(Cancel)")]
    [InlineData(WillSupply, Trigger.PartnerExpired, "AP-26")]
    public void With_KeepRejectedActive_an_exhausted_rota_is_not_told_to_the_patron(
        BorrowingStatus from, Trigger trigger, string clause, params string[] effects)
    {
        var scene = ARequest().Where(options => options.KeepRejectedActive = true).In(from, "CSUN").StaffFor("CSUN", trigger);
        scene.ShouldBe(scene.Request.Status, clause).WithEffects(effects).ActiveIs(null);
        Assert.True(scene.Request.Status.IsFinal());
    }

    [Theory]
    [Clause("AP-10"), Clause("AP-11")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void A_rejection_moves_the_rota_on_or_ends_it(BorrowingStatus from)
    {
        InputData why = new() { Reason = "In use" };
        ARequest().In(from).Partner("CSUN", Trigger.PartnerRejected, why)
            .ShouldBe(ReadyToBeSent, "AP-10").WithEffects("SendRequest").WithEffectTo("SDLAW", "SendRequest").WithRecords().WithDeadlines()
            .RotaIs("CSUN Rejected", "SDLAW Active").ActiveIs("SDLAW").WithEntry("CSUN", entry => Assert.Equal("In use", entry.Reason));
        ARequest().In(from, "CSUN").StaffFor("CSUN", Trigger.PartnerRejected, why)
            .ShouldBe(RejectedByPartner, "AP-11").WithEffects("NotifyPatron(SuggestIll)").WithRecords().WithDeadlines()
            .RotaIs("CSUN Rejected").ActiveIs(null).WithEntry("CSUN", entry => Assert.Equal("In use", entry.Reason));
    }

    [Fact]
    [Clause("AP-10"), Clause("AP-11")]
    public void A_pending_partner_that_takes_no_requests_by_now_is_no_other_entry() =>
        ARequest().In(RequestSentToPartner, "CSUN", "AWAY", "SDLAW")
            .WherePartner("AWAY", partner => partner with { IsActive = false })
            .Partner("CSUN", Trigger.PartnerRejected).ShouldBe(ReadyToBeSent, "AP-10").WithEffectTo("SDLAW", "SendRequest")
            .RotaIs("CSUN Rejected", "AWAY Unusable", "SDLAW Active").Sent()
            .Partner("SDLAW", Trigger.PartnerRejected).ShouldBe(RejectedByPartner, "AP-11");

    [Theory]
    [Clause("AP-10"), Clause("AP-16")]
    [InlineData(Trigger.PartnerRejected, "AP-10")]
    [InlineData(Trigger.PartnerCancelled, "AP-16")]
    public void Where_staff_are_waited_for_the_next_partner_is_active_but_not_asked(Trigger answer, string clause) =>
        ARequest().Where(options => options.OnRejected = RejectedPolicy.WaitForStaff).In(RequestSentToPartner)
            .Partner("CSUN", answer).ShouldBe(ReadyToBeSent, clause).WithoutEffects().ActiveIs("SDLAW")
            .Staff(Trigger.Send).ShouldBe(ReadyToBeSent, "SE-3").WithEffects("SendRequest").WithEffectTo("SDLAW", "SendRequest");

    [Theory]
    [Clause("AP-12"), Clause("AP-13")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    public void A_partner_whose_days_are_over_is_told_and_the_rota_moves_on_or_ends(BorrowingStatus from)
    {
        ARequest().In(from).Due()
            .ShouldBe(ReadyToBeSent, "AP-12").WithEffects("TellPartner(Cancel)", "SendRequest").WithEffectTo("CSUN", "TellPartner(Cancel)")
            .WithEffectTo("SDLAW", "SendRequest").RotaIs("CSUN Expired", "SDLAW Active").WithRecords().WithDeadlines();
        ARequest().In(from, "CSUN").Due()
            .ShouldBe(Expired, "AP-13").WithEffects("TellPartner(Cancel)", "NotifyPatron(SuggestIll)").WithEffectTo("CSUN", "TellPartner(Cancel)")
            .RotaIs("CSUN Expired").ActiveIs(null).WithRecords().WithDeadlines();
        ARequest().In(from).Partner("CSUN", Trigger.PartnerExpired).ShouldBe(ReadyToBeSent, "AP-12");
        ARequest().In(from, "CSUN").StaffFor("CSUN", Trigger.PartnerExpired).ShouldBe(Expired, "AP-13");
    }

    [Theory]
    [Clause("AP-14")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void A_shipment_makes_a_temporary_item_and_brings_its_due_date(BorrowingStatus from)
    {
        ARequest().In(from).Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue, Volumes = ["1", "2"] })
            .ShouldBe(ShippedPhysically, "AP-14").WithEffects("CreateTemporaryItem").WithRecords().WithDeadlines()
            .RotaIs("CSUN Shipped", "SDLAW Pending").ActiveIs("CSUN")
            .WithRequest(request =>
            {
                Assert.Equal((LenderDue, TemporaryItem.Stands), (request.LenderDueDate, request.TemporaryItem));
                Assert.Equal(["1", "2"], request.Volumes.Select(volume => volume.Id));
            });
        ARequest().In(from).StaffFor("CSUN", Trigger.PartnerShipped).ShouldBe(ShippedPhysically, "AP-14");
    }

    [Theory]
    [Clause("AP-15")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void A_file_needs_no_temporary_item(BorrowingStatus from) =>
        ARequest().In(from).Partner("CSUN", Trigger.PartnerShippedDigitally)
            .ShouldBe(ShippedDigitally, "AP-15").WithoutEffects().WithRecords().WithDeadlines()
            .RotaIs("CSUN Shipped", "SDLAW Pending").WithRequest(request => Assert.Equal(TemporaryItem.None, request.TemporaryItem));

    [Theory]
    [Clause("AP-16"), Clause("AP-17")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void A_partner_that_cancels_moves_the_rota_on_or_ends_it(BorrowingStatus from)
    {
        ARequest().In(from).Partner("CSUN", Trigger.PartnerCancelled)
            .ShouldBe(ReadyToBeSent, "AP-16").WithEffects("SendRequest").WithEffectTo("SDLAW", "SendRequest").WithRecords().WithDeadlines()
            .RotaIs("CSUN Cancelled", "SDLAW Active");
        ARequest().Where(options => options.KeepRejectedActive = true).In(from, "CSUN").StaffFor("CSUN", Trigger.PartnerCancelled)
            .ShouldBe(CancelledByPartner, "AP-17").WithEffects("NotifyPatron(SuggestIll)").WithRecords().WithDeadlines().RotaIs("CSUN Cancelled");
    }

    [Theory]
    [Clause("AP-18")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void A_skipped_partner_is_asked_to_let_go_first(BorrowingStatus from) =>
        ARequest().In(from).AfterDays(1).Staff(Trigger.SkipPartner)
            .ShouldBe(WaitingForCancelResponse, "AP-18").WithEffects("SendCancel").WithEffectTo("CSUN", "SendCancel").WithRecords()
            .WithDeadline(DeadlineKind.CancelResponse, Start.AddDays(6)).RotaIs("CSUN Active", "SDLAW Pending")
            .WithRequest(request => Assert.Equal(
                (from, Actor.Staff, true),
                (request.BeforeCancel!.Status, request.BeforeCancel.Initiator, request.BeforeCancel.ContinuesRota)));

    [Theory]
    [Clause("AP-19")]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestAccepted)]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void Received_without_Shipped(BorrowingStatus from) =>
        ARequest().In(from).Staff(Trigger.Receive)
            .ShouldBe(PhysicallyReceivedByLibrary, "AP-19")
            .WithEffects("SendReceived", "CreateTemporaryItem", "PlaceOnHoldShelf", "NotifyPatron(Arrived)").WithEffectTo("CSUN", "SendReceived")
            .WithRecords("Skipped(Shipped)").WithDeadline(DeadlineKind.HoldExpiry, Start.AddDays(14))
            .WithRequest(request => Assert.Equal(LifeSteps.Shipped, request.Facts.Skipped));

    [Theory]
    [Clause("AP-20"), Clause("AP-21")]
    [InlineData(RequestAccepted, Trigger.PartnerAccepted, "AP-20", true)]
    [InlineData(WillSupply, Trigger.PartnerAccepted, "AP-20", false)]
    [InlineData(Conditional, Trigger.PartnerAccepted, "AP-20", false)]
    [InlineData(WillSupply, Trigger.PartnerWillSupply, "AP-21", false)]
    public void A_lesser_word_after_a_greater_changes_nothing(BorrowingStatus status, Trigger answer, string clause, bool runs) =>
        ARequest().In(status).Partner("CSUN", answer).ShouldBe(status, clause).WithoutEffects().WithRecords()
            .WithDeadlines(runs ? [DeadlineKind.PartnerExpiry] : []);

    [Theory]
    [Clause("AP-25"), Clause("AP-26")]
    [InlineData(WillSupply)]
    [InlineData(Conditional)]
    public void A_partner_that_lets_a_promise_or_a_condition_expire_needs_no_telling(BorrowingStatus from)
    {
        ARequest().In(from).Partner("CSUN", Trigger.PartnerExpired)
            .ShouldBe(ReadyToBeSent, "AP-25").WithEffects("SendRequest").WithEffectTo("SDLAW", "SendRequest").RotaIs("CSUN Expired", "SDLAW Active")
            .WithRecords();
        ARequest().In(from, "CSUN").StaffFor("CSUN", Trigger.PartnerExpired)
            .ShouldBe(Expired, "AP-26").WithEffects("NotifyPatron(SuggestIll)").RotaIs("CSUN Expired").WithRecords();
        ARequest().In(from).SystemFor("CSUN", Trigger.PartnerExpired).ShouldBeOutOfSequence();
    }

    [Theory]
    [Clause("AP-2"), Clause("AP-3"), Clause("AP-4"), Clause("AP-5"), Clause("AP-10"), Clause("AP-12")]
    [Clause("AP-13"), Clause("AP-15"), Clause("AP-16"), Clause("AP-17"), Clause("AP-20"), Clause("AP-21")]
    [Clause("AP-22"), Clause("AP-23"), Clause("AP-24"), Clause("AP-25"), Clause("AP-26")]
    [InlineData("AP-2", RequestSentToPartner, Trigger.PartnerAccepted, RequestAccepted)]
    [InlineData("AP-3", RequestSentToPartner, Trigger.PartnerWillSupply, WillSupply)]
    [InlineData("AP-4", RequestSentToPartner, Trigger.PartnerSetCondition, Conditional)]
    [InlineData("AP-5", RequestSentToPartner, Trigger.PartnerRetryPossible, Conditional)]
    [InlineData("AP-10", RequestSentToPartner, Trigger.PartnerRejected, ReadyToBeSent)]
    [InlineData("AP-12", RequestSentToPartner, Trigger.PartnerExpired, ReadyToBeSent)]
    [InlineData("AP-13", RequestSentToPartner, Trigger.PartnerExpired, Expired)]
    [InlineData("AP-15", RequestSentToPartner, Trigger.PartnerShippedDigitally, ShippedDigitally)]
    [InlineData("AP-16", RequestSentToPartner, Trigger.PartnerCancelled, ReadyToBeSent)]
    [InlineData("AP-17", RequestSentToPartner, Trigger.PartnerCancelled, CancelledByPartner)]
    [InlineData("AP-20", Conditional, Trigger.PartnerAccepted, Conditional)]
    [InlineData("AP-21", WillSupply, Trigger.PartnerWillSupply, WillSupply)]
    [InlineData("AP-22", RequestSentToPartner, Trigger.PartnerAccepted, RequestSentToPartner)]
    [InlineData("AP-23", RequestSentToPartner, Trigger.PartnerWillSupply, RequestSentToPartner)]
    [InlineData("AP-24", Conditional, Trigger.PartnerWillSupply, RequestSentToPartner)]
    [InlineData("AP-25", WillSupply, Trigger.PartnerExpired, ReadyToBeSent)]
    [InlineData("AP-26", WillSupply, Trigger.PartnerExpired, Expired)]
    public void An_answer_counts_the_same_from_the_partner_and_from_staff_on_its_behalf(
        string clause, BorrowingStatus from, Trigger answer, BorrowingStatus to)
    {
        string[] rota = clause is "AP-13" or "AP-17" or "AP-26" ? ["CSUN"] : ["CSUN", "SDLAW"];
        foreach (var by in new[] { Actor.Partner, Actor.Staff })
        {
            ARequest().In(from, rota)
                .WhereProfile("CSUN", profile => clause is "AP-22" or "AP-23" or "AP-24"
                    ? profile with { HasRequestAccepted = false, HasWillSupply = false }
                    : profile)
                .Fire(answer, by, "CSUN", null).ShouldBe(to, clause);
        }
    }
}
