using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>Ways to where a test begins. Each step on them has to be applied, or the test has not begun.</summary>
internal sealed partial class Scene
{
    private static readonly string[] DefaultRota = ["CSUN", "SDLAW"];

    /// <summary>When the lender wants it back: 30 days after the start.</summary>
    public static readonly DateTimeOffset LenderDue = Start.AddDays(30);

    /// <summary>When the patron has to bring it: 21 days after the start.</summary>
    public static readonly DateTimeOffset PatronDue = Start.AddDays(21);

    public Scene Submitted(InputData? data = null) => Patron(
        Trigger.Submit,
        (data ?? new()) with { Library = data?.Library ?? Library, Patron = data?.Patron ?? "p-1", Title = data?.Title ?? "Kim" }).Begun();

    /// <summary>Taken over from another system in the status, with these partners.</summary>
    public Scene Imported(BorrowingStatus status, params string[] partners) =>
        System(Trigger.Import, new() { Library = Library, Status = status, Partners = partners }).Begun();

    /// <summary>Submitted, if it is not, and located: the rota's partners in order.</summary>
    public Scene WithRota(params string[] partners)
    {
        var submitted = _request is null ? Submitted() : this;
        return _former is { } former
            ? submitted.System(Trigger.RotaBuilt, new() { Partners = [former, .. partners] }).Begun().Sent().Answered(Trigger.PartnerRejected)
            : submitted.System(Trigger.RotaBuilt, new() { Partners = partners }).Begun();
    }

    /// <summary>Every rota from now on begins with this partner, which rejects at once.</summary>
    public Scene AfterRejectionBy(string partner)
    {
        _former = partner;
        return this;
    }

    public Scene Sent(string? effect = null) => System(Trigger.Sent, new() { Effect = effect }).Begun();

    public Scene SendFailed(SendOutcome? outcome, string? effect = null) =>
        System(Trigger.SendFailed, new() { Outcome = outcome, Effect = effect }).Begun();

    /// <summary>Submitted, located and sent to the first of these.</summary>
    public Scene SentTo(params string[] partners) => WithRota(partners).Sent();

    public Scene CancelledByPatron() => Patron(Trigger.CancelByPatron).Begun();

    public Scene CancelledByStaff() => Staff(Trigger.CancelByStaff).Begun();

    public Scene Skipped() => Staff(Trigger.SkipPartner).Begun();

    /// <summary>The active partner answers.</summary>
    public Scene Answered(Trigger answer, InputData? data = null) => Partner(Request.Active!.Partner, answer, data).Begun();

    public Scene Shipped(DateTimeOffset? due = null) => Answered(Trigger.PartnerShipped, new() { DueDate = due });

    public Scene Received(params string[] volumes) =>
        Staff(Trigger.Receive, new() { Volumes = volumes.Length > 0 ? volumes : null }).Begun();

    public Scene Loaned(DateTimeOffset? due = null) => Staff(Trigger.Loan, new() { DueDate = due }).Begun();

    public Scene Returned() => Staff(Trigger.ReturnToPartner).Begun();

    public Scene Completed() => Staff(Trigger.Complete).Begun();

    /// <summary>
    /// In the status by an ordinary way, with CSUN active and SDLAW pending where there is a rota (or the partners given);
    /// in the final statuses that an exhausted rota leads to, all have answered.
    /// </summary>
    public Scene In(BorrowingStatus status, params string[] rota)
    {
        var partners = rota.Length > 0 ? rota : DefaultRota;
        var scene = status switch
        {
            Created => Staff(Trigger.SaveDraft, new() { Library = Library, Patron = "p-1", Title = "Kim" }),
            PendingApproval => WhereIntakeSays(IntakeObjection.ApprovalRequired).Submitted(),
            LocalHolding => WhereIntakeSays(IntakeObjection.LocallyHeld).Submitted(),
            BadCitation => WhereIntakeSays(IntakeObjection.CitationInsufficient).Submitted(),
            LocateInProcess => Submitted(),
            LocateFailed => Submitted().Staff(Trigger.CancelByStaff),
            ReadyToBeSent => WithRota(partners),
            RequestSentToPartner => SentTo(partners),
            RequestAccepted => SentTo(partners).Answered(Trigger.PartnerAccepted),
            WillSupply => SentTo(partners).Answered(Trigger.PartnerWillSupply),
            Conditional => SentTo(partners).Answered(Trigger.PartnerSetCondition, new() { Condition = "Library use only" }),
            WaitingForCancelResponse => SentTo(partners).CancelledByStaff(),
            ShippedPhysically => SentTo(partners).Shipped(LenderDue),
            ShippedDigitally => SentTo(partners).Answered(Trigger.PartnerShippedDigitally),
            DigitallyReceivedByLibrary => In(ShippedDigitally, partners).System(Trigger.ReceiveDigitally),
            PhysicallyReceivedByLibrary => In(ShippedPhysically, partners).Received(),
            ReceivedNotForLoan => In(ShippedPhysically, partners).Staff(Trigger.ReceiveNotForLoan),
            LoanedItemToPatron => In(PhysicallyReceivedByLibrary, partners).Loaned(PatronDue),
            MediatedPatronRenewal => In(LoanedItemToPatron, partners).Patron(Trigger.RequestRenewal),
            RenewRequested => In(MediatedPatronRenewal, partners).Staff(Trigger.ForwardRenewal),
            RenewedByPartner => In(RenewRequested, partners).Answered(Trigger.PartnerRenewed, new() { DueDate = LenderDue.AddDays(30) }),
            RenewRequestNotAccepted => In(RenewRequested, partners).Answered(Trigger.PartnerRefusedRenewal),
            OverdueRequest => In(LoanedItemToPatron, partners).Answered(Trigger.PartnerOverdue),
            RecalledByPartner => In(LoanedItemToPatron, partners).Answered(Trigger.PartnerRecalled),
            LostCommunicated => In(LoanedItemToPatron, partners).Staff(Trigger.ReportLost),
            DeclaredLostByPartner => In(LoanedItemToPatron, partners).Answered(Trigger.PartnerDeclaredLost),
            LostAndFeePaid => In(LostCommunicated, partners).Staff(Trigger.PayLostFee),
            DamagedCommunicated => In(LoanedItemToPatron, partners).Staff(Trigger.ReportDamaged),
            ReturnedByPatron => In(LoanedItemToPatron, partners).Staff(Trigger.ReturnAtBranch),
            ReturnedItemToPartner => In(LoanedItemToPatron, partners).Returned(),
            RequestCompleted => In(ReturnedItemToPartner, partners).Answered(Trigger.PartnerCheckedIn),
            RejectedByPartner => AllAnswered(partners, Trigger.PartnerRejected),
            Expired => AllAnswered(partners, Trigger.PartnerExpired),
            CancelledByPartner => AllAnswered(partners, Trigger.PartnerCancelled),
            BorrowingStatus.CancelledByPatron => SentTo(partners).CancelledByPatron().Answered(Trigger.PartnerAcceptedCancel),
            BorrowingStatus.CancelledByStaff => SentTo(partners).CancelledByStaff().Answered(Trigger.PartnerAcceptedCancel),
            ExternallyObtained => WithRota(partners).Staff(Trigger.ObtainExternally),
            ExportedToThirdParty => WithRota(partners).Staff(Trigger.Export),
            Deleted => Where(options => options.Retention = TimeSpan.FromDays(30)).In(RequestCompleted, partners).Due(),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "No way is known there."),
        };
        scene.Begun();
        Assert.Equal(status, scene.Request.Status);
        return scene;
    }

    private Scene AllAnswered(string[] partners, Trigger answer)
    {
        WithRota(partners);
        while (Request.Status == ReadyToBeSent)
        {
            Sent().Answered(answer);
        }

        return this;
    }

    private Scene Begun()
    {
        Assert.True(Result.IsApplied, $"{_history[^1].Trigger} was {Result.Verdict} in {Result.Status}: {Result.Reason}");
        return this;
    }
}
