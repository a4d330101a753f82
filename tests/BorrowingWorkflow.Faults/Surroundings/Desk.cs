using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Hosts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Faults.Surroundings;

/// <summary>What patrons and staff do. Not safe for several threads.</summary>
internal sealed class Desk(int seed)
{
    private readonly Random _random = new(seed);
    private int _requests;
    private int _inputs;

    /// <summary>A patron asks for something.</summary>
    public WorkflowInput Submit() => new()
    {
        Request = $"F-{++_requests}",
        Trigger = Trigger.Submit,
        By = Actor.Patron,
        MessageId = "submit",
        Data = new()
        {
            Library = "SDSU",
            Patron = $"patron-{_requests % 50}",
            Title = _random.Next(20) == 0 ? HostServices.NobodyHoldsIt : "The Dispossessed",
            Isbn = "9780060512750",
        },
    };

    /// <summary>Something that fits the status, or is at least possible in it most of the time.</summary>
    public WorkflowInput Next(RequestId request, BorrowingStatus status)
    {
        var draw = _random.Next(100);
        var trigger = Choose(status, draw) ?? Otherwise(_random.Next(100));
        return new()
        {
            Request = request,
            Trigger = trigger,
            By = trigger is Trigger.CancelByPatron or Trigger.RequestRenewal ? Actor.Patron : Actor.Staff,
            Who = "ana",
            MessageId = $"desk-{++_inputs}",
            Data = trigger is Trigger.AddNote or Trigger.SendGeneralMessage ? new() { Text = "A note, ✓." } : new(),
        };
    }

    private static Trigger? Choose(BorrowingStatus status, int draw) => status switch
    {
        LocateInProcess => draw < 2 ? Trigger.CancelByPatron : draw < 4 ? Trigger.CancelByStaff : null,
        LocateFailed => draw < 60 ? Trigger.Locate : Trigger.CancelByPatron,
        ReadyToBeSent => draw < 12 ? Trigger.Send : draw < 30 ? Trigger.SkipPartner : draw < 33 ? Trigger.CancelByPatron : draw < 36 ? Trigger.CancelByStaff : null,
        RequestSentToPartner or RequestAccepted or WillSupply =>
            draw < 5 ? Trigger.SkipPartner : draw < 9 ? Trigger.CancelByPatron : draw < 11 ? Trigger.Receive : null,
        Conditional => draw < 50 ? Trigger.AcceptCondition : draw < 75 ? Trigger.DeclineCondition : draw < 80 ? Trigger.CancelByStaff : null,
        WaitingForCancelResponse => draw < 8 ? Trigger.ResendCancel : draw < 14 ? Trigger.ForceCancel : null,
        ShippedPhysically => draw < 60 ? Trigger.Receive : draw < 65 ? Trigger.ReceiveNotForLoan : draw < 70 ? Trigger.PatronWithdrew : null,
        ShippedDigitally => draw < 60 ? Trigger.ReceiveDigitally : null,
        DigitallyReceivedByLibrary => draw < 60 ? Trigger.DigitalDelivered : null,
        PhysicallyReceivedByLibrary => draw < 60 ? Trigger.Loan : draw < 70 ? Trigger.ReturnToPartner : null,
        ReceivedNotForLoan => draw < 50 ? Trigger.ReturnToPartner : null,
        LoanedItemToPatron or RenewedByPartner or RenewRequestNotAccepted or OverdueRequest or RecalledByPartner =>
            draw < 30 ? Trigger.ReturnToPartner : draw < 50 ? Trigger.RequestRenewal : draw < 60 ? Trigger.ReturnAtBranch : draw < 63 ? Trigger.ReportLost : null,
        MediatedPatronRenewal => draw < 60 ? Trigger.ForwardRenewal : draw < 85 ? Trigger.DeclineRenewal : null,
        ReturnedByPatron => draw < 70 ? Trigger.ScanIn : null,
        ReturnedItemToPartner => draw < 5 ? Trigger.UndoReturn : null,
        LostCommunicated or DeclaredLostByPartner => draw < 30 ? Trigger.PayLostFee : draw < 50 ? Trigger.ReturnToPartner : null,
        _ => null,
    };

    private static Trigger Otherwise(int draw) => draw switch
    {
        < 40 => Trigger.AddNote,
        < 60 => Trigger.DismissNote,
        < 75 => Trigger.Assign,
        < 90 => Trigger.SendGeneralMessage,
        < 93 => Trigger.Complete,
        < 96 => Trigger.Resubmit,
        // Out of place in most statuses: a refusal has a verdict and a key too.
        _ => Trigger.Loan,
    };
}
