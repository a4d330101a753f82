using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

internal static partial class Steps
{
    public static readonly Step SendReceived = new("SendReceived", d => d.EmitToPartner(EffectKind.SendReceived));

    public static readonly Step CreateTemporaryItemIfNone = new("CreateTemporaryItem if none", d =>
    {
        if (d.Request.TemporaryItem != TemporaryItem.Stands)
        {
            Shipments.CreateTemporaryItem(d);
        }
    });

    public static readonly Step PlaceReceivedItem = new(
        "then one of: AlertStaff(ReturnAtOnce) if the patron withdrew or the lender recalled on the way | TransitToPickup | PlaceOnHoldShelf,ArmHoldExpiry,NotifyPatron(Arrived)",
        d =>
        {
            Shipments.ReceiveVolumes(d);
            if (d.Request.Facts.PatronWithdrew || d.Request.Facts.RecalledInTransit)
            {
                d.Request.Place = ItemPlace.AtLibrary;
                d.Emit(EffectKind.AlertStaff, "ReturnAtOnce");
            }
            else if (d.Request.Pickup is { } pickup && pickup != d.Request.Library && !d.Options.PickupAtLibrary.Contains(pickup))
            {
                d.Request.Place = ItemPlace.InTransitToPickup;
                d.Emit(EffectKind.TransitToPickup);
            }
            else
            {
                Shelve(d);
                ArmHold(d);
                NotifyOfArrival(d);
            }
        });

    public static readonly Step PlaceOnHoldShelf = new("PlaceOnHoldShelf", Shelve);

    public static readonly Step ArmHoldExpiry = new("ArmHoldExpiry", ArmHold);

    public static readonly Step NotifyArrived = new("NotifyPatron(Arrived)", NotifyOfArrival);

    public static readonly Step CancelHold = new("CancelHold", CancelTheHold);

    public static readonly Step RememberWithdrawal = new("Receive then alerts ReturnAtOnce", d => d.Request.Facts.PatronWithdrew = true);

    public static readonly Step AlertReturnAtOnce = Alert("ReturnAtOnce");

    public static readonly Step AlertHoldExpired = new("AlertStaff(HoldExpired)", d =>
    {
        d.Request.Facts.HoldExpired = true;
        d.Emit(EffectKind.AlertStaff, "HoldExpired");
    });

    public static readonly Step DeliverFile = new("DeliverFile", d => d.Emit(EffectKind.DeliverFile));

    public static readonly Step DeliverOneMoreFile = new("DeliverFile (one more)", d => d.Emit(EffectKind.DeliverFile));

    public static readonly Step DeleteTemporaryItem = new("DeleteTemporaryItem", Shipments.DeleteTemporaryItem);

    public static readonly Step TakeShipment = new("take the due date and volumes that it brings", Shipments.Take);

    public static readonly Step ShippedIsNotSkipped = new("a skipped Shipped is no longer skipped", d =>
    {
        d.Request.Facts.Skipped &= ~LifeSteps.Shipped;
        d.Request.Facts.Done |= LifeSteps.Shipped;
    });

    public static readonly Step RecordVolumes = new("record the volumes", d =>
    {
        if (d.Trigger == Trigger.Receive)
        {
            Shipments.ReceiveVolumes(d);
        }
        else
        {
            Shipments.ReturnVolumes(d);
        }
    });

    public static readonly Step ArmDueDate = new("ArmDueDate", d =>
    {
        if (d.Request.DueDate is { } due)
        {
            d.Arm(DeadlineKind.DueDate, due);
        }
    });

    private static void Shelve(Decision d)
    {
        d.Request.Place = ItemPlace.OnHoldShelf;
        d.Emit(EffectKind.PlaceOnHoldShelf);
    }

    private static void ArmHold(Decision d)
    {
        d.Request.HoldExpiresAt = d.Now + d.Options.HoldPeriod;
        d.Arm(DeadlineKind.HoldExpiry, d.Request.HoldExpiresAt.Value);
    }

    private static void NotifyOfArrival(Decision d)
    {
        d.Request.Facts.ArrivalNoticeAt = d.Now;
        d.Emit(EffectKind.NotifyPatron, "Arrived");
    }

    private static void CancelTheHold(Decision d)
    {
        d.Request.HoldExpiresAt = null;
        d.Disarm(DeadlineKind.HoldExpiry);
        d.Emit(EffectKind.CancelHold);
    }
}
