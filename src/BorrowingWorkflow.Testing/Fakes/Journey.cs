using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Testing.Fakes;

/// <summary>Leads one request through the real engine to any status, by an ordinary way. Each step has to be applied.</summary>
internal sealed class Journey(IBorrowingWorkflow workflow, ScriptedIntake intake, DateTimeOffset now, RequestId request, Submission submission, IReadOnlyList<string> partners)
{
    private int _steps;

    /// <summary>When the lender wants it back.</summary>
    private DateTimeOffset LenderDue => now.AddDays(30);

    /// <summary>When the patron has to bring it.</summary>
    private DateTimeOffset PatronDue => now.AddDays(21);

    public async Task<BorrowingRequest> ToAsync(BorrowingStatus status, CancellationToken cancellationToken)
    {
        foreach (var step in Way(status))
        {
            await TakeAsync(step, status, cancellationToken).ConfigureAwait(false);
        }

        if (AnswerOfAll(status) is { } answer)
        {
            while ((await FindAsync(cancellationToken).ConfigureAwait(false)).Status == ReadyToBeSent)
            {
                await TakeAsync(Sent, status, cancellationToken).ConfigureAwait(false);
                await TakeAsync(Partner(answer), status, cancellationToken).ConfigureAwait(false);
            }
        }

        var made = await FindAsync(cancellationToken).ConfigureAwait(false);
        return made.Status == status
            ? made
            : throw new InvalidOperationException($"The way to {status} led to {made.Status}: the workflow's policies lead elsewhere.");
    }

    private async Task TakeAsync(Step step, BorrowingStatus status, CancellationToken cancellationToken)
    {
        var input = new WorkflowInput
        {
            Request = request,
            Trigger = step.Trigger,
            By = step.By,
            MessageId = $"journey/{++_steps}",
            // The rota may have left out the partners that came first.
            Partner = step.By == Actor.Partner ? (await FindAsync(cancellationToken).ConfigureAwait(false)).Active?.Partner : null,
            Data = step.Data ?? new(),
        };
        var result = step.By == Actor.Partner
            ? await workflow.ReceiveAsync(input, cancellationToken).ConfigureAwait(false)
            : await workflow.ExecuteAsync(input, cancellationToken).ConfigureAwait(false);
        if (!result.IsApplied)
        {
            throw new InvalidOperationException(
                $"On the way to {status} {step.Trigger} by {step.By} was {result.Verdict} in {result.Status}: the workflow's policies lead elsewhere. {result.Reason}");
        }
    }

    private async Task<BorrowingRequest> FindAsync(CancellationToken cancellationToken) =>
        await workflow.FindAsync(request, cancellationToken).ConfigureAwait(false) ?? throw new RequestNotFoundException(request);

    /// <summary>What every partner of the rota says, one after another, on the way to statuses that an exhausted rota leads to.</summary>
    private static Trigger? AnswerOfAll(BorrowingStatus status) => status switch
    {
        RejectedByPartner => Trigger.PartnerRejected,
        Expired => Trigger.PartnerExpired,
        CancelledByPartner => Trigger.PartnerCancelled,
        _ => null,
    };

    private IEnumerable<Step> Way(BorrowingStatus status) => status switch
    {
        Created => [new(Trigger.SaveDraft, Actor.Staff, submission.ToData())],
        PendingApproval => Objected(IntakeObjection.ApprovalRequired),
        LocalHolding => Objected(IntakeObjection.LocallyHeld),
        BadCitation => Objected(IntakeObjection.CitationInsufficient),
        LocateInProcess => Submitted,
        LocateFailed => [.. Submitted, Staff(Trigger.CancelByStaff)],
        ReadyToBeSent => [.. Submitted, new(Trigger.RotaBuilt, Actor.System, new() { Partners = partners })],
        RequestSentToPartner => [.. Way(ReadyToBeSent), Sent],
        RequestAccepted => [.. Way(RequestSentToPartner), Partner(Trigger.PartnerAccepted)],
        WillSupply => [.. Way(RequestSentToPartner), Partner(Trigger.PartnerWillSupply)],
        Conditional => [.. Way(RequestSentToPartner), Partner(Trigger.PartnerSetCondition, new() { Condition = "LibraryUseOnly", ReplyBy = now.AddDays(3) })],
        WaitingForCancelResponse => [.. Way(RequestSentToPartner), Staff(Trigger.CancelByStaff)],
        ShippedPhysically => [.. Way(RequestSentToPartner), Partner(Trigger.PartnerShipped, new() { DueDate = LenderDue })],
        ShippedDigitally => [.. Way(RequestSentToPartner), Partner(Trigger.PartnerShippedDigitally)],
        DigitallyReceivedByLibrary => [.. Way(ShippedDigitally), new(Trigger.ReceiveDigitally, Actor.System)],
        PhysicallyReceivedByLibrary => [.. Way(ShippedPhysically), Staff(Trigger.Receive)],
        ReceivedNotForLoan => [.. Way(ShippedPhysically), Staff(Trigger.ReceiveNotForLoan)],
        LoanedItemToPatron => [.. Way(PhysicallyReceivedByLibrary), Staff(Trigger.Loan, new() { DueDate = PatronDue })],
        MediatedPatronRenewal => [.. Way(LoanedItemToPatron), new(Trigger.RequestRenewal, Actor.Patron)],
        RenewRequested => [.. Way(MediatedPatronRenewal), Staff(Trigger.ForwardRenewal)],
        RenewedByPartner => [.. Way(RenewRequested), Partner(Trigger.PartnerRenewed, new() { DueDate = LenderDue.AddDays(30) })],
        RenewRequestNotAccepted => [.. Way(RenewRequested), Partner(Trigger.PartnerRefusedRenewal)],
        OverdueRequest => [.. Way(LoanedItemToPatron), Partner(Trigger.PartnerOverdue)],
        RecalledByPartner => [.. Way(LoanedItemToPatron), Partner(Trigger.PartnerRecalled)],
        LostCommunicated => [.. Way(LoanedItemToPatron), Staff(Trigger.ReportLost)],
        DeclaredLostByPartner => [.. Way(LoanedItemToPatron), Partner(Trigger.PartnerDeclaredLost)],
        LostAndFeePaid => [.. Way(LostCommunicated), Staff(Trigger.PayLostFee)],
        DamagedCommunicated => [.. Way(LoanedItemToPatron), Staff(Trigger.ReportDamaged)],
        ReturnedByPatron => [.. Way(LoanedItemToPatron), Staff(Trigger.ReturnAtBranch)],
        ReturnedItemToPartner => [.. Way(LoanedItemToPatron), Staff(Trigger.ReturnToPartner)],
        RequestCompleted => [.. Way(ReturnedItemToPartner), Partner(Trigger.PartnerCheckedIn)],
        RejectedByPartner or Expired or CancelledByPartner => Way(ReadyToBeSent),
        CancelledByPatron => [.. Way(RequestSentToPartner), new(Trigger.CancelByPatron, Actor.Patron), Partner(Trigger.PartnerAcceptedCancel)],
        CancelledByStaff => [.. Way(WaitingForCancelResponse), Partner(Trigger.PartnerAcceptedCancel)],
        ExternallyObtained => [.. Way(ReadyToBeSent), Staff(Trigger.ObtainExternally)],
        ExportedToThirdParty => [.. Way(ReadyToBeSent), Staff(Trigger.Export)],
        Deleted => [.. Way(RequestCompleted), new(Trigger.Purge, Actor.System)],
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A request has one of the statuses, and None is not one."),
    };

    private Step[] Submitted => [new(Trigger.Submit, Actor.Patron, submission.ToData())];

    private static Step Sent => new(Trigger.Sent, Actor.System);

    private static Step Staff(Trigger trigger, InputData? data = null) => new(trigger, Actor.Staff, data);

    private static Step Partner(Trigger trigger, InputData? data = null) => new(trigger, Actor.Partner, data);

    private Step[] Objected(IntakeObjection objection)
    {
        intake.Object(request, objection);
        return Submitted;
    }

    private sealed record Step(Trigger Trigger, Actor By, InputData? Data = null);
}
