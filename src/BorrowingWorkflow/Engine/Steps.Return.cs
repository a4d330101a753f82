using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

internal static partial class Steps
{
    private static readonly LifeSteps[] Expected = [LifeSteps.Sent, LifeSteps.Shipped, LifeSteps.Received, LifeSteps.Loaned, LifeSteps.Returned];

    public static readonly Step SendReturned = new("SendReturned", d => d.EmitToPartner(EffectKind.SendReturned));

    public static readonly Step RouteItemBack = new("RouteItemBack", d => d.EmitToPartner(EffectKind.RouteItemBack));

    public static readonly Step SendBackIfHere = new("SendReturned and RouteItemBack if the item is here", d =>
    {
        if (d.Request.Place != ItemPlace.Elsewhere && !d.Request.Facts.ClosedByCheckIn)
        {
            d.EmitToPartner(EffectKind.SendReturned);
            d.EmitToPartner(EffectKind.RouteItemBack);
            d.Request.Place = ItemPlace.Elsewhere;
        }
    });

    public static readonly Step RecordArrivedAfterClose = new("record ArrivedAfterClose", d =>
    {
        d.Request.Facts.ArrivedAfterClose = true;
        d.Records.Add("ArrivedAfterClose");
    });

    public static readonly Step RecordSkippedSteps = new("record every skipped step", Skip);

    public static readonly Step RecordSkippedStepsAndCloser = new("record every skipped step and who did it", d =>
    {
        Skip(d);
        d.Request.Facts.ClosedByWhom = d.Input.Who;
        d.Request.Facts.ClosedUnshipped = (d.Request.Facts.Done & (LifeSteps.Shipped | LifeSteps.Received)) == 0;
    });

    public static readonly Step LeaveTemporaryItem = new(
        "the temporary item is NOT deleted (this is what the completed-not-closed detectors find)", d =>
        {
            if (d.Request.TemporaryItem == TemporaryItem.Stands)
            {
                d.Records.Add("TemporaryItemLeft");
            }
        });

    public static readonly Step DeleteTemporaryItemInTrouble = new("from @Trouble also DeleteTemporaryItem", d =>
    {
        if (StatusGroups.Trouble.Contains(d.From))
        {
            Shipments.DeleteTemporaryItem(d);
        }
    });

    public static readonly Step RestoreTemporaryItem = new("RestoreTemporaryItem", BringItemBack);

    public static readonly Step RestoreTemporaryItemIfNeeded = new(
        "RestoreTemporaryItem if it was deleted and the restored status needs it", d =>
        {
            if (d.Request.TemporaryItem == TemporaryItem.Deleted && d.Request.BeforeClose is { HadTemporaryItem: true })
            {
                BringItemBack(d);
            }
        });

    public static readonly Step RestoreLoan = new("RestoreLoan if there was one", d =>
    {
        if (d.Request.BeforeReturn is { OnLoan: true })
        {
            d.Request.OnLoan = true;
            d.Emit(EffectKind.RestoreLoan, dueDate: d.Request.PatronDueDate);
        }
    });

    public static readonly Step SendReturnUndoneNote = new("SendNote(ReturnUndone)", d => d.EmitToPartner(EffectKind.SendNote, "ReturnUndone"));

    private static void BringItemBack(Decision d)
    {
        d.Request.TemporaryItem = TemporaryItem.Stands;
        d.Emit(EffectKind.RestoreTemporaryItem);
    }

    private static void Skip(Decision d)
    {
        foreach (var step in Expected)
        {
            if ((d.Request.Facts.Done & step) == 0)
            {
                d.Request.Facts.Skipped |= step;
                d.Records.Add($"Skipped({step})");
            }
        }
    }
}
