using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Engine;

internal static partial class Steps
{
    public static readonly Step AlertCondition = new("AlertStaff(Condition)", d => Stand(d, isRetry: false, "Condition"));

    public static readonly Step AlertRetry = new("AlertStaff(Retry)", d => Stand(d, isRetry: true, "Retry"));

    public static readonly Step AnswerConditionYes = new("SendConditionAnswer(yes)", d =>
    {
        d.EmitToPartner(EffectKind.SendConditionAnswer, "yes");
        d.Request.Condition = null;
    });

    public static readonly Step AnswerConditionNo = new("SendConditionAnswer(no)", d => d.EmitToPartner(EffectKind.SendConditionAnswer, "no"));

    public static readonly Step TellCancel = new("TellPartner(Cancel)", d => TellCancelTo(d, d.Concerned));

    public static readonly Step TellCancelIfCondition = new("TellPartner(Cancel) if a condition stands", d =>
    {
        if (d.Request.Condition is { IsRetry: false })
        {
            TellCancelTo(d, d.Concerned);
        }
    });

    public static readonly Step MarkDeclined = Mark(EntryState.Declined);

    // Only a shipment that is taken back is rejected without a reason: nothing of the partner's is on its way any more.
    public static readonly Step MarkRejected = new("MarkEntry(Rejected)", d =>
    {
        d.MarkEntry(EntryState.Rejected, d.Data.Reason);
        if (d.Concerned is { } index)
        {
            d.SetEntry(index, d.Request.Rota[index] with { HasShipped = false, LenderDueDate = null });
        }

        d.Request.Facts.Done &= ~LifeSteps.Shipped;
        d.Request.LenderDueDate = null;
        d.Request.Facts.RecalledInTransit = false;
        d.Request.Facts.OverdueInTransit = false;
    });

    public static readonly Step MarkRejectedWithReason = new("MarkEntry(Rejected, reason)", d => d.MarkEntry(EntryState.Rejected, d.Data.Reason));

    public static readonly Step MarkExpired = Mark(EntryState.Expired);

    public static readonly Step MarkCancelled = Mark(EntryState.Cancelled);

    public static readonly Step MarkShipped = new("MarkEntry(Shipped)", d =>
    {
        if (d.Concerned is { } index)
        {
            var physical = d.Trigger != Trigger.PartnerShippedDigitally;
            var entry = d.Request.Rota[index];
            d.SetEntry(index, entry with { State = EntryState.Shipped, HasShipped = entry.HasShipped || physical });
        }

        d.Request.Facts.Done |= LifeSteps.Shipped;
        Shipments.Take(d);
    });

    public static readonly Step CreateTemporaryItem = new("CreateTemporaryItem", Shipments.CreateTemporaryItem);

    public static readonly Step RecordShippedAsSkipped = new("record Shipped as skipped", SkipShipped);

    private static void SkipShipped(Decision d)
    {
        d.Request.Facts.Skipped |= LifeSteps.Shipped;
        d.Records.Add("Skipped(Shipped)");
    }

    private static void Stand(Decision d, bool isRetry, string alert)
    {
        d.Request.Condition = new(isRetry, d.Now) { Condition = d.Data.Condition, Cost = d.Data.Cost, ReplyBy = d.Data.ReplyBy };
        d.Emit(EffectKind.AlertStaff, alert);
    }

    private static void TellCancelTo(Decision d, int? index)
    {
        if (index is not null)
        {
            d.EmitTo(index, EffectKind.TellPartner, "Cancel");
        }
    }
}
