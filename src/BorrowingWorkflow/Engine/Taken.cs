using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Engine;

/// <summary>What a trigger means for the request whatever the clause: facts that the tables take for granted.</summary>
internal static class Taken
{
    /// <summary>Takes them over before the clause's steps.</summary>
    public static void Apply(Decision d)
    {
        var facts = d.Request.Facts;
        switch (d.Trigger)
        {
            case Trigger.RotaBuilt:
                Steps.SettleLocate(d, EffectOutcome.Done);
                RotaProgress.Build(d);
                break;
            case Trigger.LocateFoundNothing or Trigger.LocateInterrupted:
                Steps.SettleLocate(d, EffectOutcome.Done);
                break;
            case Trigger.Sent when KnownSends.Concerned(d) is { } index && index == d.Request.ActiveEntry:
                Steps.Confirm(d);
                break;
            case Trigger.Receive or Trigger.ReceiveNotForLoan or Trigger.ReceiveDigitally:
                facts.Done |= LifeSteps.Received;
                break;
            case Trigger.Loan:
                facts.Done |= LifeSteps.Loaned;
                d.Request.OnLoan = true;
                d.Request.Place = ItemPlace.WithPatron;
                d.Request.PatronDueDate = d.Data.DueDate;
                break;
            case Trigger.RequestRenewal:
                facts.RenewalUnanswered = true;
                break;
            case Trigger.PartnerCheckedIn:
                facts.Done |= LifeSteps.CheckedIn;
                break;
            case Trigger.Reactivate:
                facts.Reactivations++;
                break;
            case Trigger.ReturnToPartner or Trigger.ScanIn when d.Clause is { Stays: false }:
                Shipments.ReturnVolumes(d);
                break;
            default:
                break;
        }
    }
}
