using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

internal static partial class Steps
{
    public static readonly Step SendRenew = new("SendRenew", d => d.EmitToPartner(EffectKind.SendRenew));

    public static readonly Step SetLenderDueDate = new("set the lender's due date", d =>
    {
        d.Request.Facts.RenewalUnanswered = false;
        if (d.Data.DueDate is { } due)
        {
            Shipments.SetLenderDueDate(d, due);
        }
    });

    public static readonly Step ExtendLoan = new("ExtendLoan (never past it)", d =>
    {
        if (d.Request.LenderDueDate is { } due)
        {
            d.Request.PatronDueDate = due;
            d.Emit(EffectKind.ExtendLoan, dueDate: due);
        }
    });

    public static readonly Step NotifyRenewed = new("NotifyPatron(Renewed)", d => d.Emit(EffectKind.NotifyPatron, "Renewed"));

    public static readonly Step NotifyRenewalRefused = new("NotifyPatron(RenewalRefused)", d =>
    {
        d.Request.Facts.RenewalUnanswered = false;
        d.Emit(EffectKind.NotifyPatron, "RenewalRefused");
    });

    public static readonly Step NotifyOverdue = new("NotifyPatron(Overdue)", d => d.Emit(EffectKind.NotifyPatron, "Overdue"));

    public static readonly Step TellOfRecall = new("NotifyPatron(Recalled) if on loan, else CancelHold,AlertStaff(ReturnAtOnce)", d =>
    {
        if (StatusGroups.OnLoan.Contains(d.From))
        {
            d.Emit(EffectKind.NotifyPatron, "Recalled");
        }
        else
        {
            CancelTheHold(d);
            d.Emit(EffectKind.AlertStaff, "ReturnAtOnce");
        }
    });

    public static readonly Step RecordCrossing = new("record as a flag; it crosses with the item in transit", d =>
    {
        if (d.Trigger == Trigger.PartnerRecalled)
        {
            d.Request.Facts.RecalledInTransit = true;
            d.Records.Add("RecalledInTransit");
        }
        else
        {
            d.Request.Facts.OverdueInTransit = true;
            d.Records.Add("OverdueInTransit");
        }
    });

    public static readonly Step AlertOverdueOnShelf = Alert("OverdueOnShelf");

    public static readonly Step AlertDeclaredLost = Alert("DeclaredLost");

    public static readonly Step AlertRenewedAfterRecall = new("in RecalledByPartner AlertStaff(RenewedAfterRecall)", d =>
    {
        if (d.From == BorrowingStatus.RecalledByPartner)
        {
            d.Emit(EffectKind.AlertStaff, "RenewedAfterRecall");
        }
    });

    public static readonly Step SendLost = new("SendLost (a note to peers that lack it)", d => d.EmitToPartner(EffectKind.SendLost));

    public static readonly Step SendDamagedNote = new("SendNote(Damaged)", d => d.EmitToPartner(EffectKind.SendNote, "Damaged"));

    public static readonly Step DischargeLoan = new("DischargeLoan", Discharge);

    public static readonly Step DischargeLoanIfOnLoan = new("DischargeLoan if on loan", d =>
    {
        if (d.Request.OnLoan)
        {
            Discharge(d);
        }
    });

    public static readonly Step TransitToLibrary = new("TransitToResourceSharingLibrary", d =>
    {
        d.Request.Place = ItemPlace.InTransitToLibrary;
        d.Emit(EffectKind.TransitToResourceSharingLibrary);
    });

    public static readonly Step DeleteTemporaryItemOnceCleared = new("DeleteTemporaryItem once the loan is cleared", Shipments.DeleteTemporaryItem);

    private static void Discharge(Decision d)
    {
        d.Request.OnLoan = false;
        d.Emit(EffectKind.DischargeLoan);
    }
}
