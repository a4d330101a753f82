using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Engine;

internal static partial class Steps
{
    public static readonly Step TellCancelWhereHeld = new("TellPartner(Cancel) where a partner may hold the request", TellCancelIfHeld);

    public static readonly Step TellCancelWhereUnshipped = new("TellPartner(Cancel) where a partner may hold a request that is not shipped", d =>
    {
        if (KnownSends.ActiveMayHold(d) && d.Active is { State: EntryState.Active } && (d.Request.Facts.Done & LifeSteps.Received) == 0)
        {
            TellCancelTo(d, d.Request.ActiveEntry);
        }
    });

    public static readonly Step TellCancelToSuperseded = new("TellPartner(Cancel) to it where it may hold the request", TellCancelIfHeld);

    public static readonly Step MarkSuperseded = new("MarkEntry(Superseded) the active one", d =>
    {
        d.MarkEntry(EntryState.Superseded);
        Withdraw(d);
    });

    public static readonly Step ActivateOtherShipper = new("the shipper's entry becomes active", d =>
    {
        d.Request.ActiveEntry = Shipments.OtherShipper(d);
        if (d.Active?.Partner == d.Request.Facts.ShippedAfterClose)
        {
            ForgetLateShipment(d);
        }
    });

    public static readonly Step ReactivateClosedEntry = new("the entry is active again", d => RotaProgress.Reactivate(d, d.Request.BeforeClose?.ActiveEntry));

    public static readonly Step ActivateLateShipper = new("the shipper's entry is active again", d =>
    {
        RotaProgress.Reactivate(d, Shipments.LateShipper(d));
        ForgetLateShipment(d);
    });

    public static readonly Step RecordReopened = Record("record ReopenedByShipment", "ReopenedByShipment");

    public static readonly Step AlertShippedAfterClose = new("AlertStaff(ShippedAfterClose)", d =>
    {
        var physical = d.Trigger == Trigger.PartnerShipped;
        if (physical || !d.Request.Facts.ShippedAfterCloseIsPhysical)
        {
            // A file does not take the place of an item that can be accepted.
            d.Request.Facts.ShippedAfterClose = d.Input.Partner;
            d.Request.Facts.ShippedAfterCloseIsPhysical = physical;
        }

        Shipments.Note(d, physical);
        d.Emit(EffectKind.AlertStaff, "ShippedAfterClose");
    });

    public static readonly Step AlertLenderMissesItem = Alert("LenderMissesItem");

    public static readonly Step RecordCleanedUp = Record("record CleanedUp", "CleanedUp");

    public static readonly Step ErasePatronData = new("ErasePatronData", d =>
    {
        var request = d.Request;
        request.Patron = null;
        request.Citation = new();
        request.Pickup = null;
        request.ExternalId = null;
        request.NeededBy = null;
        request.Notes = [];
        request.Messages = [];
        request.Volumes = [];
        request.Condition = null;
        request.Rota = [.. request.Rota.Select(entry => entry with { Reason = null })];
        request.Facts.ClosedByWhom = null;
        d.ErasesPatronData = true;
        d.Emit(EffectKind.ErasePatronData);
    });

    private static void ForgetLateShipment(Decision d)
    {
        d.Request.Facts.ShippedAfterClose = null;
        d.Request.Facts.ShippedAfterCloseIsPhysical = false;
    }

    private static void TellCancelIfHeld(Decision d)
    {
        if (KnownSends.ActiveMayHold(d))
        {
            TellCancelTo(d, d.Request.ActiveEntry);
        }
    }
}
