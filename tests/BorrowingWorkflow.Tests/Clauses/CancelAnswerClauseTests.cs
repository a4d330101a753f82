using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>Waiting for the answer to a cancellation: who began it, what was to come after, and everything that may come instead.</summary>
public class CancelAnswerClauseTests
{
    [Theory]
    [Clause("CA-9"), Clause("CA-10"), Clause("CA-11"), Clause("CA-12")]
    [InlineData(Begun.ByPatron, "CA-9")]
    [InlineData(Begun.ByStaff, "CA-10")]
    [InlineData(Begun.BySkip, "CA-11")]
    [InlineData(Begun.BySkipOfTheLast, "CA-12")]
    public void An_accepted_cancellation_is_done(Begun begun, string clause)
    {
        Done(Waiting(begun).Partner("CSUN", Trigger.PartnerAcceptedCancel), begun, clause);
        Done(Waiting(begun).StaffFor("CSUN", Trigger.PartnerAcceptedCancel), begun, clause);
    }

    [Theory]
    [Clause("CA-20"), Clause("CA-25"), Clause("CA-26"), Clause("CA-27")]
    [InlineData(Begun.ByPatron, "CA-25")]
    [InlineData(Begun.ByStaff, "CA-20")]
    [InlineData(Begun.BySkip, "CA-26")]
    [InlineData(Begun.BySkipOfTheLast, "CA-27")]
    public void Staff_may_do_without_the_answer(Begun begun, string clause) => Done(Waiting(begun).Staff(Trigger.ForceCancel), begun, clause);

    [Theory]
    [Clause("CA-12"), Clause("CA-27")]
    [InlineData(Trigger.PartnerAcceptedCancel, "CA-12")]
    [InlineData(Trigger.ForceCancel, "CA-27")]
    public void With_KeepRejectedActive_the_patron_hears_nothing_of_the_end_of_the_rota(Trigger trigger, string clause) =>
        ARequest().Where(options => options.KeepRejectedActive = true).In(RequestSentToPartner, "CSUN").Skipped().StaffFor("CSUN", trigger)
            .ShouldBe(RejectedByPartner, clause).WithoutEffects();

    [Theory]
    [Clause("CA-16")]
    [InlineData(Begun.ByPatron)]
    [InlineData(Begun.ByStaff)]
    [InlineData(Begun.BySkip)]
    [InlineData(Begun.BySkipOfTheLast)]
    public void A_partner_that_lets_go_in_another_way_has_let_go(Begun begun)
    {
        foreach (var answer in new[] { Trigger.PartnerRejected, Trigger.PartnerExpired, Trigger.PartnerCancelled })
        {
            Done(Waiting(begun).Partner("CSUN", answer), begun, "CA-16", "PartnerLetGo");
            Done(Waiting(begun).StaffFor("CSUN", answer), begun, "CA-16", "PartnerLetGo");
        }

        Waiting(begun).SystemFor("CSUN", Trigger.PartnerExpired).ShouldBeOutOfSequence();
    }

    [Theory]
    [Clause("CA-30")]
    [InlineData(Begun.ByPatron)]
    [InlineData(Begun.ByStaff)]
    [InlineData(Begun.BySkip)]
    [InlineData(Begun.BySkipOfTheLast)]
    public void A_partner_that_never_got_the_request_need_not_answer(Begun begun)
    {
        var scene = WaitingFromReady(begun);
        scene.SystemFor("SDLAW", Trigger.SendFailed, new() { Outcome = SendOutcome.NotDelivered }).ShouldBeOutOfSequence();

        Done(scene.System(Trigger.SendFailed, new() { Outcome = SendOutcome.NotDelivered }), begun, "CA-30", "PartnerNeverHeld");
        scene.Settling(1, EffectOutcome.Failed);
    }

    [Fact]
    [Clause("CA-30")]
    public void Where_any_send_may_have_arrived_the_answer_is_waited_for()
    {
        InputData notDelivered = new() { Outcome = SendOutcome.NotDelivered };

        // The outcome is unknown.
        WaitingFromReady(Begun.ByPatron).System(Trigger.SendFailed).ShouldBeOutOfSequence().WithDeadlines(DeadlineKind.CancelResponse);

        // An earlier send had an unknown outcome.
        ARequest().WhereProfile("CSUN", profile => profile with { AnswersStatusRequests = false }).In(ReadyToBeSent).SendFailed(SendOutcome.Unknown)
            .SendUnderWay().CancelledByPatron().System(Trigger.SendFailed, notDelivered).ShouldBeOutOfSequence();

        // It was confirmed.
        ARequest().In(RequestSentToPartner).CancelledByPatron().System(Trigger.SendFailed, notDelivered).ShouldBeOutOfSequence();

        // Another is still on its way.
        var scene = ARequest().In(ReadyToBeSent).SendUnderWay();
        var first = scene.Effects[0].Id;
        scene.Staff(Trigger.Send).SendUnderWay().CancelledByPatron()
            .System(Trigger.SendFailed, notDelivered with { Effect = first }).ShouldBeOutOfSequence()

            // That other one, a question after the first, has no outcome that tells anything.
            .System(Trigger.SendFailed).ShouldBeOutOfSequence();
    }

    [Theory]
    [Clause("CA-13")]
    [InlineData(RequestSentToPartner, true)]
    [InlineData(RequestAccepted, true)]
    [InlineData(WillSupply, false)]
    [InlineData(Conditional, false)]
    public void A_refused_cancellation_restores_the_status_and_its_deadline_keeps_its_date(BorrowingStatus from, bool runs)
    {
        ARequest().In(from).AfterDays(1).CancelledByPatron().AfterDays(1).Partner("CSUN", Trigger.PartnerRefusedCancel)
            .ShouldBe(from, "CA-13").WithEffects("AlertStaff(CancelRefused)").WithRecords().ActiveIs("CSUN")
            .WithDeadlines(runs ? [DeadlineKind.PartnerExpiry] : [])
            .WithRequest(request => Assert.All(request.Deadlines, deadline => Assert.Equal(Start.AddDays(4), deadline.At)));
        ARequest().In(from).Skipped().StaffFor("CSUN", Trigger.PartnerRefusedCancel).ShouldBe(from, "CA-13");
    }

    [Fact]
    [Clause("CA-13")]
    public void A_restored_deadline_that_is_past_fires_at_once() =>
        ARequest().In(RequestSentToPartner).CancelledByPatron().AfterDays(10).Answered(Trigger.PartnerRefusedCancel)
            .WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(4)).Due().ShouldBe(ReadyToBeSent, "AP-12");

    [Fact]
    [Clause("CA-13"), Clause("CA-5")]
    public void A_cancellation_that_came_before_the_confirmation_restores_RequestSentToPartner() =>
        ARequest().In(ReadyToBeSent).SendUnderWay().CancelledByPatron().AfterDays(1).Partner("CSUN", Trigger.PartnerRefusedCancel)
            .ShouldBe(RequestSentToPartner, "CA-13").WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(4));

    [Theory]
    [Clause("CA-14")]
    [InlineData(Begun.ByPatron)]
    [InlineData(Begun.BySkip)]
    public void Shipment_overtakes_a_cancellation(Begun begun)
    {
        Waiting(begun).Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = LenderDue })
            .ShouldBe(ShippedPhysically, "CA-14").WithEffects("CreateTemporaryItem").WithRecords("CancelOvertaken").WithDeadlines()
            .RotaIs("CSUN Shipped", "SDLAW Pending").ActiveIs("CSUN")
            .WithRequest(request => Assert.Equal((LenderDue, true), (request.LenderDueDate, request.Facts.CancelOvertaken)));
        Waiting(begun).StaffFor("CSUN", Trigger.PartnerShipped).ShouldBe(ShippedPhysically, "CA-14");
    }

    [Fact]
    [Clause("CA-15")]
    public void A_file_overtakes_a_cancellation()
    {
        Waiting(Begun.ByPatron).Partner("CSUN", Trigger.PartnerShippedDigitally)
            .ShouldBe(ShippedDigitally, "CA-15").WithoutEffects().WithRecords("CancelOvertaken").WithDeadlines().RotaIs("CSUN Shipped", "SDLAW Pending");
        Waiting(Begun.BySkip).StaffFor("CSUN", Trigger.PartnerShippedDigitally).ShouldBe(ShippedDigitally, "CA-15");
    }

    [Theory]
    [Clause("CA-17")]
    [InlineData(Trigger.PartnerAcknowledged, RequestSentToPartner, null, true)]
    [InlineData(Trigger.PartnerAccepted, RequestAccepted, null, true)]
    [InlineData(Trigger.PartnerWillSupply, WillSupply, null, false)]
    [InlineData(Trigger.PartnerSetCondition, Conditional, "AlertStaff(Condition)", false)]
    [InlineData(Trigger.PartnerRetryPossible, Conditional, "AlertStaff(Retry)", false)]
    public void An_answer_to_the_request_moves_what_is_remembered(Trigger answer, BorrowingStatus remembered, string? effect, bool runs) =>
        Waiting(Begun.ByPatron).AfterDays(1).Partner("CSUN", answer)
            .ShouldBe(WaitingForCancelResponse, "CA-17").WithEffects(effect is null ? [] : [effect]).WithRecords()
            .WithDeadline(DeadlineKind.CancelResponse, Start.AddDays(5))
            .WithRequest(request => Assert.Equal((remembered, Start), (request.BeforeCancel!.Status, request.EnteredAt)))
            .StaffFor("CSUN", Trigger.PartnerRefusedCancel)
            .ShouldBe(remembered, "CA-13").WithDeadlines(runs ? [DeadlineKind.PartnerExpiry] : []);

    [Fact]
    [Clause("CA-17")]
    public void What_is_remembered_moves_by_the_profile_and_by_the_clauses_of_that_status() =>
        ARequest().WhereProfile("CSUN", profile => profile with { HasWillSupply = false }).In(RequestSentToPartner).CancelledByStaff()
            .Partner("CSUN", Trigger.PartnerSetCondition).WithRequest(request => Assert.Equal(Conditional, request.BeforeCancel!.Status))
            .StaffFor("CSUN", Trigger.PartnerAccepted).ShouldBe(WaitingForCancelResponse, "CA-17")
            .WithRequest(request => Assert.Equal(Conditional, request.BeforeCancel!.Status))
            .Partner("CSUN", Trigger.PartnerWillSupply).WithRequest(request => Assert.Equal(RequestSentToPartner, request.BeforeCancel!.Status));

    [Fact]
    [Clause("CA-18"), Clause("CA-19")]
    public void A_cancellation_without_an_answer_is_shown_to_staff_who_ask_again() =>
        Waiting(Begun.ByPatron).Due()
            .ShouldBe(WaitingForCancelResponse, "CA-18").WithEffects("AlertStaff(CancelUnanswered)").WithRecords().WithDeadlines().AfterDays(1)
            .Staff(Trigger.ResendCancel)
            .ShouldBe(WaitingForCancelResponse, "CA-19").WithEffects("SendCancel").WithEffectTo("CSUN", "SendCancel").WithRecords()
            .WithDeadline(DeadlineKind.CancelResponse, Start.AddDays(11)).WithRequest(request => Assert.Equal(Start, request.EnteredAt));

    [Fact]
    [Clause("CA-19")]
    public void Asking_again_replaces_the_deadline_that_runs() =>
        Waiting(Begun.ByPatron).AfterDays(2).Staff(Trigger.ResendCancel).WithDeadline(DeadlineKind.CancelResponse, Start.AddDays(7));

    [Fact]
    [Clause("CA-21")]
    public void An_item_that_arrives_overtakes_the_cancellation() =>
        Waiting(Begun.BySkip).Staff(Trigger.Receive)
            .ShouldBe(PhysicallyReceivedByLibrary, "CA-21")
            .WithEffects("SendReceived", "CreateTemporaryItem", "PlaceOnHoldShelf", "NotifyPatron(Arrived)").WithEffectTo("CSUN", "SendReceived")
            .WithRecords("Skipped(Shipped)", "CancelOvertaken").WithDeadline(DeadlineKind.HoldExpiry, Start.AddDays(14))
            .WithRequest(request => Assert.True(request.Facts.CancelOvertaken));

    [Fact]
    [Clause("CA-28"), Clause("CA-29")]
    public void A_cancellation_during_a_skip_ends_the_rota_and_is_not_said_to_the_partner_again()
    {
        Waiting(Begun.BySkip).Patron(Trigger.CancelByPatron).ShouldBe(WaitingForCancelResponse, "CA-28").WithoutEffects().WithRecords()
            .WithDeadlines(DeadlineKind.CancelResponse)
            .WithRequest(request => Assert.Equal((RequestSentToPartner, Actor.Patron, false), MemoryOf(request)))
            .Patron(Trigger.CancelByPatron).ShouldBeRefused("CA-28")
            .Answered(Trigger.PartnerAcceptedCancel).ShouldBe(CancelledByPatron, "CA-9");
        Waiting(Begun.BySkip).Staff(Trigger.CancelByStaff).ShouldBe(WaitingForCancelResponse, "CA-29").WithoutEffects().WithRecords()
            .WithDeadlines(DeadlineKind.CancelResponse)
            .WithRequest(request => Assert.Equal((RequestSentToPartner, Actor.Staff, false), MemoryOf(request)))
            .Staff(Trigger.CancelByStaff).ShouldBeRefused("CA-29")
            .Answered(Trigger.PartnerAcceptedCancel).ShouldBe(CancelledByStaff, "CA-10");
    }

    /// <summary>How a cancellation began.</summary>
    public enum Begun
    {
        ByPatron,
        ByStaff,
        BySkip,
        BySkipOfTheLast,
    }

    private static Scene Waiting(Begun begun) => Begin(ARequest().In(RequestSentToPartner, RotaFor(begun)), begun);

    private static Scene WaitingFromReady(Begun begun) => Begin(ARequest().In(ReadyToBeSent, RotaFor(begun)).SendUnderWay(), begun);

    private static Scene Begin(Scene scene, Begun begun) => begun switch
    {
        Begun.ByPatron => scene.CancelledByPatron(),
        Begun.ByStaff => scene.CancelledByStaff(),
        _ => scene.Skipped(),
    };

    private static string[] RotaFor(Begun begun) => begun == Begun.BySkipOfTheLast ? ["CSUN"] : ["CSUN", "SDLAW"];

    private static void Done(Scene scene, Begun begun, string clause, params string[] records)
    {
        var (status, effect, state) = begun switch
        {
            Begun.ByPatron => (CancelledByPatron, "NotifyPatron(Cancelled)", "Cancelled"),
            Begun.ByStaff => (CancelledByStaff, "NotifyPatron(SuggestIll)", "Cancelled"),
            Begun.BySkip => (ReadyToBeSent, "SendRequest", "Skipped"),
            _ => (RejectedByPartner, "NotifyPatron(SuggestIll)", "Skipped"),
        };
        scene.ShouldBe(status, clause).WithEffects(effect).WithRecords(records).WithDeadlines()
            .ActiveIs(begun == Begun.BySkip ? "SDLAW" : null)
            .RotaIs(begun switch
            {
                Begun.BySkip => ["CSUN Skipped", "SDLAW Active"],
                Begun.BySkipOfTheLast => ["CSUN Skipped"],
                _ => [$"CSUN {state}", "SDLAW Pending"],
            });
    }

    private static (BorrowingStatus Status, Actor Initiator, bool ContinuesRota) MemoryOf(BorrowingRequest request) =>
        (request.BeforeCancel!.Status, request.BeforeCancel.Initiator, request.BeforeCancel.ContinuesRota);
}
