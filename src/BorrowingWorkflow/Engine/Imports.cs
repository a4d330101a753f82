using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Engine;

/// <summary>Takes a request over in the status that it has elsewhere: no effects, but with the deadlines and facts that go with the status.</summary>
internal static class Imports
{
    private static readonly StatusSet WithPartner = StatusGroups.AtPartner | StatusGroups.PostShip
        | [ReadyToBeSent, WaitingForCancelResponse, ShippedDigitally, DigitallyReceivedByLibrary];
    private static readonly StatusSet WithItem = StatusGroups.PostShip - [ReturnedItemToPartner];

    public static void Apply(Decision d)
    {
        var (request, status) = (d.Request, d.Data.Status!.Value);
        var entered = d.Data.EnteredAt ?? d.Now;
        request.Facts.ImportedAt = d.Now;
        request.LenderDueDate = d.Data.DueDate;
        request.Facts.Done = DoneBy(status);
        BuildRota(d, status);
        request.OnLoan = StatusGroups.OnLoan.Contains(status);
        request.TemporaryItem = WithItem.Contains(status) ? TemporaryItem.Stands : TemporaryItem.None;
        request.Place = status switch
        {
            PhysicallyReceivedByLibrary or ReceivedNotForLoan => ItemPlace.OnHoldShelf,
            ReturnedByPatron => ItemPlace.InTransitToLibrary,
            _ when request.OnLoan => ItemPlace.WithPatron,
            _ => ItemPlace.Elsewhere,
        };
        request.Facts.RenewalUnanswered = status is MediatedPatronRenewal or RenewRequested;
        request.Condition = status == Conditional ? new(IsRetry: false, entered) : null;
        if (status == WaitingForCancelResponse)
        {
            request.BeforeCancel = new(RequestSentToPartner, Actor.Staff, ContinuesRota: false)
            {
                Deadlines = [new(DeadlineKind.PartnerExpiry, Steps.PartnerExpiry(d, entered))],
            };
            d.Arm(DeadlineKind.CancelResponse, entered + d.Options.CancelResponse);
        }
        else if (status == PhysicallyReceivedByLibrary)
        {
            request.HoldExpiresAt = entered + d.Options.HoldPeriod;
            d.Arm(DeadlineKind.HoldExpiry, request.HoldExpiresAt.Value);
        }
        else if (status is RequestSentToPartner or RequestAccepted)
        {
            d.Arm(DeadlineKind.PartnerExpiry, Steps.PartnerExpiry(d, entered));
        }
        else if (request.OnLoan && request.DueDate is { } due)
        {
            d.Arm(DeadlineKind.DueDate, due);
        }

        d.Records.Add("Imported");
    }

    /// <summary>The steps that a status implies, so that none of them is called skipped later.</summary>
    private static LifeSteps DoneBy(BorrowingStatus status)
    {
        if (status is ShippedPhysically or ShippedDigitally or LostCommunicated or DeclaredLostByPartner or LostAndFeePaid)
        {
            return LifeSteps.Sent | LifeSteps.Shipped;
        }

        if (status is PhysicallyReceivedByLibrary or ReceivedNotForLoan or DigitallyReceivedByLibrary or DamagedCommunicated)
        {
            return LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received;
        }

        if (StatusGroups.OnLoan.Contains(status) || status == ReturnedByPatron)
        {
            return LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received | LifeSteps.Loaned;
        }

        if (status == ReturnedItemToPartner)
        {
            return LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received | LifeSteps.Returned;
        }

        return WithPartner.Contains(status) && status != ReadyToBeSent ? LifeSteps.Sent : LifeSteps.None;
    }

    private static void BuildRota(Decision d, BorrowingStatus status)
    {
        RotaProgress.Build(d);
        if (!WithPartner.Contains(status) || d.Request.Rota.Count == 0)
        {
            return;
        }

        var shipped = StatusGroups.PostShip.Contains(status) || status is ShippedDigitally or DigitallyReceivedByLibrary;
        d.SetEntry(0, d.Request.Rota[0] with
        {
            State = shipped ? EntryState.Shipped : EntryState.Active,
            IsConfirmed = status != ReadyToBeSent,
            HasShipped = StatusGroups.PostShip.Contains(status),
        });
        d.Request.ActiveEntry = 0;
    }
}
