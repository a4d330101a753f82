using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>The LN clauses up to the return: renewals, overdue, recalled.</summary>
public class LoanClauseTests
{
    private static readonly DateTimeOffset Renewed = LenderDue.AddDays(30);

    [Theory, Clause("LN-1")]
    [InlineData(LoanedItemToPatron, Actor.Patron)]
    [InlineData(RenewedByPartner, Actor.Staff)]
    [InlineData(RenewRequestNotAccepted, Actor.Patron)]
    [InlineData(OverdueRequest, Actor.Staff)]
    public void A_renewal_waits_for_staff_where_renewals_are_mediated(BorrowingStatus status, Actor by)
    {
        var scene = ARequest().In(status);
        var deadlines = scene.Request.Deadlines;
        scene.Fire(Trigger.RequestRenewal, by, null, null)
            .ShouldBe(MediatedPatronRenewal, "LN-1")
            .WithoutEffects().WithoutRecords()
            .WithRequest(request => Assert.Equal((true, true), (request.Facts.RenewalUnanswered, request.OnLoan)));
        Assert.Equal(deadlines, scene.Request.Deadlines);
    }

    [Theory, Clause("LN-2"), Clause("LN-1")]
    [InlineData(LoanedItemToPatron, Actor.Patron)]
    [InlineData(RenewedByPartner, Actor.Staff)]
    [InlineData(RenewRequestNotAccepted, Actor.Staff)]
    [InlineData(OverdueRequest, Actor.Patron)]
    public void A_renewal_goes_to_the_partner_at_once_where_renewals_are_automatic(BorrowingStatus status, Actor by) => ARequest()
        .In(status).Where(options => options.RenewalsAreMediated = false)
        .Fire(Trigger.RequestRenewal, by, null, null)
        .ShouldBe(RenewRequested, "LN-2")
        .WithEffects("SendRenew").WithEffectTo("CSUN", "SendRenew").WithoutRecords()
        .WithRequest(request => Assert.True(request.Facts.RenewalUnanswered));

    [Fact, Clause("LN-3")]
    public void Staff_forward_a_renewal() => ARequest().In(MediatedPatronRenewal)
        .Staff(Trigger.ForwardRenewal)
        .ShouldBe(RenewRequested, "LN-3")
        .WithEffects("SendRenew").WithEffectTo("CSUN", "SendRenew").WithoutRecords()
        .WithDeadline(DeadlineKind.DueDate, PatronDue)
        .WithRequest(request => Assert.True(request.Facts.RenewalUnanswered));

    [Fact, Clause("LN-3"), Clause("LN-8")]
    public void A_renewal_that_the_due_date_overtook_can_still_be_forwarded() => ARequest().In(MediatedPatronRenewal)
        .Due().ShouldBe(OverdueRequest, "LN-8")
        .Staff(Trigger.ForwardRenewal)
        .ShouldBe(RenewRequested, "LN-3")
        .WithEffects("SendRenew");

    [Fact, Clause("LN-3"), Clause("LN-4")]
    public void Where_nobody_asked_for_a_renewal_there_is_none_to_forward_or_to_decline() => ARequest().In(OverdueRequest)
        .Staff(Trigger.ForwardRenewal).ShouldBeRefused("LN-3")
        .Staff(Trigger.DeclineRenewal).ShouldBeRefused("LN-4");

    [Theory, Clause("LN-4")]
    [InlineData(false)]
    [InlineData(true)]
    public void Staff_decline_a_renewal(bool overdue)
    {
        var scene = ARequest().In(MediatedPatronRenewal);
        if (overdue)
        {
            scene.Answered(Trigger.PartnerOverdue);
        }

        scene.Staff(Trigger.DeclineRenewal)
            .ShouldBe(RenewRequestNotAccepted, "LN-4")
            .WithEffects("NotifyPatron(RenewalRefused)").WithoutRecords()
            .WithRequest(request => Assert.False(request.Facts.RenewalUnanswered));
    }

    [Theory, Clause("LN-5")]
    [InlineData(LoanedItemToPatron, false)]
    [InlineData(MediatedPatronRenewal, true)]
    [InlineData(RenewRequested, false)]
    [InlineData(RenewedByPartner, true)]
    [InlineData(RenewRequestNotAccepted, false)]
    [InlineData(OverdueRequest, true)]
    public void A_renewal_extends_the_loan_to_the_new_due_date(BorrowingStatus status, bool byStaff) => ARequest().In(status)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerRenewed, new() { DueDate = Renewed })
        .ShouldBe(RenewedByPartner, "LN-5")
        .WithEffects("ExtendLoan", "NotifyPatron(Renewed)").WithoutRecords()
        .WithEffect("ExtendLoan", effect => Assert.Equal(Renewed, effect.DueDate))
        .WithDeadline(DeadlineKind.DueDate, Renewed)
        .WithRequest(request =>
        {
            Assert.Equal((Renewed, Renewed), (request.LenderDueDate, request.PatronDueDate));
            Assert.False(request.Facts.RenewalUnanswered);
        });

    [Fact, Clause("LN-5")]
    public void A_renewal_without_a_date_extends_the_loan_to_the_lenders() => ARequest().In(RenewRequested)
        .Partner("CSUN", Trigger.PartnerRenewed)
        .ShouldBe(RenewedByPartner, "LN-5")
        .WithDeadline(DeadlineKind.DueDate, LenderDue)
        .WithRequest(request => Assert.Equal(LenderDue, request.PatronDueDate));

    [Fact, Clause("LN-5")]
    public void Without_any_date_there_is_nothing_to_extend_to() => ARequest().SentTo("CSUN").Shipped().Received().Loaned()
        .Partner("CSUN", Trigger.PartnerRenewed)
        .ShouldBe(RenewedByPartner, "LN-5")
        .WithEffects("NotifyPatron(Renewed)")
        .WithDeadlines();

    [Theory, Clause("LN-6")]
    [InlineData(false)]
    [InlineData(true)]
    public void The_partner_refuses_a_renewal(bool byStaff) => ARequest().In(RenewRequested)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerRefusedRenewal)
        .ShouldBe(RenewRequestNotAccepted, "LN-6")
        .WithEffects("NotifyPatron(RenewalRefused)").WithoutRecords()
        .WithDeadline(DeadlineKind.DueDate, PatronDue)
        .WithRequest(request => Assert.False(request.Facts.RenewalUnanswered));

    [Theory, Clause("LN-7")]
    [InlineData(LoanedItemToPatron, false)]
    [InlineData(MediatedPatronRenewal, true)]
    [InlineData(RenewRequested, false)]
    [InlineData(RenewedByPartner, true)]
    [InlineData(RenewRequestNotAccepted, false)]
    public void The_partner_calls_the_item_overdue(BorrowingStatus status, bool byStaff) => ARequest().In(status)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerOverdue)
        .ShouldBe(OverdueRequest, "LN-7")
        .WithEffects("NotifyPatron(Overdue)").WithoutRecords()
        .WithDeadlines()
        .WithRequest(request => Assert.True(request.OnLoan));

    [Theory, Clause("LN-8")]
    [InlineData(LoanedItemToPatron)]
    [InlineData(MediatedPatronRenewal)]
    [InlineData(RenewRequested)]
    [InlineData(RenewedByPartner)]
    [InlineData(RenewRequestNotAccepted)]
    public void The_due_date_passes(BorrowingStatus status) => ARequest().In(status)
        .Due()
        .ShouldBe(OverdueRequest, "LN-8")
        .WithEffects("NotifyPatron(Overdue)").WithoutRecords()
        .WithDeadlines();

    [Theory, Clause("LN-9")]
    [InlineData(LoanedItemToPatron, false)]
    [InlineData(MediatedPatronRenewal, true)]
    [InlineData(RenewRequested, false)]
    [InlineData(RenewedByPartner, true)]
    [InlineData(RenewRequestNotAccepted, false)]
    [InlineData(OverdueRequest, true)]
    public void The_patron_hears_of_a_recall(BorrowingStatus status, bool byStaff) => ARequest().In(status)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerRecalled)
        .ShouldBe(RecalledByPartner, "LN-9")
        .WithEffects("NotifyPatron(Recalled)").WithoutRecords()
        .WithDeadlines()
        .WithRequest(request => Assert.Equal((true, ItemPlace.WithPatron), (request.OnLoan, request.Place)));

    [Theory, Clause("LN-9")]
    [InlineData(PhysicallyReceivedByLibrary)]
    [InlineData(ReceivedNotForLoan)]
    public void What_is_recalled_from_the_shelf_goes_back_at_once(BorrowingStatus status) => ARequest().In(status)
        .Partner("CSUN", Trigger.PartnerRecalled)
        .ShouldBe(RecalledByPartner, "LN-9")
        .WithEffects("CancelHold", "AlertStaff(ReturnAtOnce)").WithoutRecords()
        .WithDeadlines()
        .WithRequest(request => Assert.Equal((false, (DateTimeOffset?)null), (request.OnLoan, request.HoldExpiresAt)));

    [Theory, Clause("LN-10")]
    [InlineData(ShippedPhysically, false)]
    [InlineData(ReturnedByPatron, true)]
    [InlineData(ReturnedItemToPartner, false)]
    public void A_recall_crosses_with_the_item_in_transit(BorrowingStatus status, bool byStaff) => ARequest().In(status)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerRecalled)
        .ShouldBe(status, "LN-10")
        .WithoutEffects()
        .WithRecords("RecalledInTransit")
        .WithRequest(request => Assert.Equal((true, false), (request.Facts.RecalledInTransit, request.Facts.OverdueInTransit)));

    [Theory, Clause("LN-10")]
    [InlineData(ShippedPhysically, true)]
    [InlineData(ReturnedByPatron, false)]
    [InlineData(ReturnedItemToPartner, true)]
    public void An_overdue_message_crosses_with_the_item_in_transit(BorrowingStatus status, bool byStaff) => ARequest().In(status)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerOverdue)
        .ShouldBe(status, "LN-10")
        .WithoutEffects()
        .WithRecords("OverdueInTransit")
        .WithRequest(request => Assert.Equal((false, true), (request.Facts.RecalledInTransit, request.Facts.OverdueInTransit)));

    [Theory, Clause("LN-11")]
    [InlineData(PhysicallyReceivedByLibrary, false, true)]
    [InlineData(ReceivedNotForLoan, true, false)]
    public void What_is_overdue_on_the_shelf_is_for_staff(BorrowingStatus status, bool byStaff, bool hasClock)
    {
        var scene = ARequest().In(status)
            .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerOverdue)
            .ShouldBe(status, "LN-11")
            .WithEffects("AlertStaff(OverdueOnShelf)").WithoutRecords();
        Assert.Equal(hasClock ? 1 : 0, scene.Request.Deadlines.Count);
    }

    [Theory, Clause("LN-20")]
    [InlineData(OverdueRequest, false)]
    [InlineData(RecalledByPartner, true)]
    [InlineData(LostCommunicated, false)]
    [InlineData(DeclaredLostByPartner, true)]
    [InlineData(LostAndFeePaid, false)]
    [InlineData(DamagedCommunicated, true)]
    public void Overdue_is_no_news_there(BorrowingStatus status, bool byStaff) => Unchanged(status, byStaff, Trigger.PartnerOverdue, "LN-20");

    [Theory, Clause("LN-21")]
    [InlineData(RecalledByPartner, true)]
    [InlineData(LostCommunicated, false)]
    [InlineData(DeclaredLostByPartner, true)]
    [InlineData(LostAndFeePaid, false)]
    [InlineData(DamagedCommunicated, true)]
    public void A_recall_is_no_news_there(BorrowingStatus status, bool byStaff) => Unchanged(status, byStaff, Trigger.PartnerRecalled, "LN-21");

    [Theory, Clause("LN-22")]
    [InlineData(false)]
    [InlineData(true)]
    public void Lost_is_no_news_where_it_is_paid(bool byStaff) => Unchanged(LostAndFeePaid, byStaff, Trigger.PartnerDeclaredLost, "LN-22");

    [Theory, Clause("LN-24")]
    [InlineData(false)]
    [InlineData(true)]
    public void A_refused_renewal_leaves_the_item_overdue(bool byStaff) => ARequest().In(RenewRequested).Answered(Trigger.PartnerOverdue)
        .ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerRefusedRenewal)
        .ShouldBe(OverdueRequest, "LN-24")
        .WithEffects("NotifyPatron(RenewalRefused)").WithoutRecords()
        .WithRequest(request => Assert.False(request.Facts.RenewalUnanswered));

    [Fact, Clause("LN-24")]
    public void A_refused_renewal_leaves_the_item_recalled() => ARequest().In(RenewRequested).Answered(Trigger.PartnerRecalled)
        .Partner("CSUN", Trigger.PartnerRefusedRenewal)
        .ShouldBe(RecalledByPartner, "LN-24")
        .WithEffects("NotifyPatron(RenewalRefused)");

    [Theory, Clause("LN-25")]
    [InlineData(ShippedPhysically, false)]
    [InlineData(PhysicallyReceivedByLibrary, true)]
    [InlineData(ReceivedNotForLoan, false)]
    [InlineData(ReturnedByPatron, true)]
    [InlineData(ReturnedItemToPartner, false)]
    public void A_renewal_where_the_item_is_not_on_loan_moves_only_the_lenders_due_date(BorrowingStatus status, bool byStaff)
    {
        var scene = ARequest().In(status);
        var (patrons, deadlines) = (scene.Request.PatronDueDate, scene.Request.Deadlines);
        scene.ByPartnerOrStaff(byStaff, "CSUN", Trigger.PartnerRenewed, new() { DueDate = Renewed })
            .ShouldBe(status, "LN-25")
            .WithoutEffects().WithoutRecords()
            .WithRequest(request => Assert.Equal((Renewed, patrons), (request.LenderDueDate, request.PatronDueDate)));
        Assert.Equal(deadlines, scene.Request.Deadlines);
    }

    [Fact, Clause("LN-25")]
    public void Staff_hear_of_a_renewal_after_the_recall() => ARequest().In(RecalledByPartner)
        .Partner("CSUN", Trigger.PartnerRenewed, new() { DueDate = Renewed })
        .ShouldBe(RecalledByPartner, "LN-25")
        .WithEffects("AlertStaff(RenewedAfterRecall)").WithoutRecords()
        .WithDeadlines()
        .WithRequest(request => Assert.Equal((Renewed, PatronDue), (request.LenderDueDate, request.PatronDueDate)));

    private static void Unchanged(BorrowingStatus status, bool byStaff, Trigger trigger, string clause) => ARequest().In(status)
        .ByPartnerOrStaff(byStaff, "CSUN", trigger)
        .ShouldBe(status, clause)
        .WithoutEffects().WithoutRecords()
        .WithDeadlines();
}
