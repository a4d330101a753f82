using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Stateless;

namespace BorrowingWorkflow.Benchmarks.ByHand;

/// <summary>A Stateless machine as a team configures it for a request: what happens every day, without most clauses.</summary>
internal static class EverydayMachine
{
    public static StateMachine<BorrowingStatus, Trigger> Of(Func<BorrowingStatus> status, Action<BorrowingStatus> set, Func<bool> another)
    {
        var machine = new StateMachine<BorrowingStatus, Trigger>(status, set);
        machine.Configure(BorrowingStatus.None).Permit(Trigger.Submit, BorrowingStatus.LocateInProcess);
        machine.Configure(BorrowingStatus.LocateInProcess).Permit(Trigger.RotaBuilt, BorrowingStatus.ReadyToBeSent)
            .Permit(Trigger.LocateFoundNothing, BorrowingStatus.CancelledByStaff).Permit(Trigger.CancelByPatron, BorrowingStatus.LocateFailed);
        machine.Configure(BorrowingStatus.ReadyToBeSent).Permit(Trigger.Sent, BorrowingStatus.RequestSentToPartner).PermitReentry(Trigger.SendFailed)
            .Permit(Trigger.CancelByPatron, BorrowingStatus.CancelledByPatron).Permit(Trigger.CancelByStaff, BorrowingStatus.CancelledByStaff);
        machine.Configure(BorrowingStatus.RequestSentToPartner)
            .PermitIf(Trigger.PartnerRejected, BorrowingStatus.ReadyToBeSent, another, "another entry is pending")
            .PermitIf(Trigger.PartnerRejected, BorrowingStatus.RejectedByPartner, () => !another(), "rota exhausted")
            .PermitIf(Trigger.PartnerExpired, BorrowingStatus.ReadyToBeSent, another, "another entry is pending")
            .PermitIf(Trigger.PartnerExpired, BorrowingStatus.Expired, () => !another(), "rota exhausted")
            .Permit(Trigger.PartnerWillSupply, BorrowingStatus.WillSupply).Permit(Trigger.PartnerSetCondition, BorrowingStatus.Conditional)
            .Permit(Trigger.PartnerShipped, BorrowingStatus.ShippedPhysically).Permit(Trigger.CancelByPatron, BorrowingStatus.WaitingForCancelResponse)
            .Permit(Trigger.CancelByStaff, BorrowingStatus.WaitingForCancelResponse);
        machine.Configure(BorrowingStatus.WillSupply).Permit(Trigger.PartnerShipped, BorrowingStatus.ShippedPhysically)
            .PermitIf(Trigger.PartnerRejected, BorrowingStatus.ReadyToBeSent, another, "another entry is pending")
            .PermitIf(Trigger.PartnerRejected, BorrowingStatus.RejectedByPartner, () => !another(), "rota exhausted");
        machine.Configure(BorrowingStatus.Conditional).Permit(Trigger.AcceptCondition, BorrowingStatus.RequestSentToPartner)
            .PermitIf(Trigger.DeclineCondition, BorrowingStatus.ReadyToBeSent, another, "another entry is pending")
            .PermitIf(Trigger.DeclineCondition, BorrowingStatus.RejectedByPartner, () => !another(), "rota exhausted");
        machine.Configure(BorrowingStatus.WaitingForCancelResponse).Permit(Trigger.PartnerAcceptedCancel, BorrowingStatus.CancelledByPatron)
            .Permit(Trigger.PartnerRefusedCancel, BorrowingStatus.RequestSentToPartner).Permit(Trigger.PartnerShipped, BorrowingStatus.ShippedPhysically);
        machine.Configure(BorrowingStatus.ShippedPhysically).Permit(Trigger.Receive, BorrowingStatus.PhysicallyReceivedByLibrary)
            .Permit(Trigger.PartnerCheckedIn, BorrowingStatus.RequestCompleted);
        machine.Configure(BorrowingStatus.PhysicallyReceivedByLibrary).Permit(Trigger.Loan, BorrowingStatus.LoanedItemToPatron)
            .Permit(Trigger.ReturnToPartner, BorrowingStatus.ReturnedItemToPartner);
        machine.Configure(BorrowingStatus.LoanedItemToPatron).Permit(Trigger.DueDatePassed, BorrowingStatus.OverdueRequest)
            .Permit(Trigger.ReturnAtBranch, BorrowingStatus.ReturnedByPatron).Permit(Trigger.ReturnToPartner, BorrowingStatus.ReturnedItemToPartner)
            .Permit(Trigger.ReportLost, BorrowingStatus.LostCommunicated);
        machine.Configure(BorrowingStatus.OverdueRequest).Permit(Trigger.ReturnToPartner, BorrowingStatus.ReturnedItemToPartner)
            .Permit(Trigger.ReportLost, BorrowingStatus.LostCommunicated);
        machine.Configure(BorrowingStatus.ReturnedByPatron).Permit(Trigger.ReturnToPartner, BorrowingStatus.ReturnedItemToPartner)
            .Permit(Trigger.ScanIn, BorrowingStatus.ReturnedItemToPartner);
        machine.Configure(BorrowingStatus.ReturnedItemToPartner).Permit(Trigger.PartnerCheckedIn, BorrowingStatus.RequestCompleted);
        machine.OnUnhandledTrigger(static (_, _) => { });
        return machine;
    }
}
