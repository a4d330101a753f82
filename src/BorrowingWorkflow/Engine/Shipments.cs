using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>What shipping, receiving and returning do to dates, volumes and the temporary item, and who shipped without being awaited.</summary>
internal static class Shipments
{
    /// <summary>Takes the due date and the volumes that a ship message brings, now or, where it came too early or too late, then.</summary>
    public static void Take(Decision d)
    {
        var remembered = d.Concerned is { } index ? d.Request.Rota[index].LenderDueDate : null;
        if ((d.Data.DueDate ?? remembered) is { } due)
        {
            SetLenderDueDate(d, due);
        }

        AddVolumes(d.Request, d.Data.Volumes);
    }

    /// <summary>Sets the lender's due date; a clock that runs on it follows.</summary>
    public static void SetLenderDueDate(Decision d, DateTimeOffset due)
    {
        d.Request.LenderDueDate = due;
        if (d.Request is { PatronDueDate: null, OnLoan: true })
        {
            // Armed where it runs: in statuses that it does not run in it falls with the decision.
            d.Arm(DeadlineKind.DueDate, due);
        }
    }

    public static void CreateTemporaryItem(Decision d)
    {
        d.Request.TemporaryItem = TemporaryItem.Stands;
        d.Emit(EffectKind.CreateTemporaryItem);
    }

    public static void DeleteTemporaryItem(Decision d)
    {
        d.Request.TemporaryItem = TemporaryItem.Deleted;
        d.Emit(EffectKind.DeleteTemporaryItem);
    }

    /// <summary>Notes the volumes that arrived: those named, or all.</summary>
    public static void ReceiveVolumes(Decision d)
    {
        AddVolumes(d.Request, d.Data.Volumes);
        d.Request.Volumes =
        [
            .. d.Request.Volumes.Select(volume => volume.ReceivedAt is null && Names(d, volume) ? volume with { ReceivedAt = d.Now } : volume),
        ];
    }

    /// <summary>Notes the volumes that went back: those named, or all.</summary>
    public static void ReturnVolumes(Decision d) =>
        d.Request.Volumes =
        [
            .. d.Request.Volumes.Select(volume => volume.ReturnedAt is null && Names(d, volume) ? volume with { ReturnedAt = d.Now } : volume),
        ];

    /// <summary>
    /// The entry whose shipment came after the close, where the input is about it: the one that the input names, if it has shipped, else
    /// the latest.
    /// </summary>
    public static int? LateShipper(Decision decision)
    {
        if (decision.Trigger is not (Trigger.AcceptLateShipment or Trigger.ScanIn) || decision.Request.Facts.ShippedAfterClose is not { } partner)
        {
            return null;
        }

        return decision.Input.Partner is { } named && RotaProgress.LastOf(decision.Request, named) is { } index && decision.Request.Rota[index].HasShipped
            ? index
            : RotaProgress.LastOf(decision.Request, partner);
    }

    /// <summary>Another entry than the active one that has shipped: the one that the input names, else the latest.</summary>
    public static int? OtherShipper(Decision decision)
    {
        var rota = decision.Request.Rota;
        for (var index = rota.Count - 1; index >= 0; index--)
        {
            if (index != decision.Request.ActiveEntry && rota[index].HasShipped
                && (decision.Input.Partner is null || decision.Input.Partner == rota[index].Partner))
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>Notes the shipment of an entry that is not active: it can be accepted later, with the due date that it brings.</summary>
    public static void Note(Decision decision, bool physical)
    {
        if (physical && decision.Input.Partner is { } partner && RotaProgress.LastOf(decision.Request, partner) is { } index)
        {
            decision.SetEntry(index, decision.Request.Rota[index] with { HasShipped = true, LenderDueDate = decision.Data.DueDate });
        }
    }

    private static bool Names(Decision d, Volume volume) => d.Data.Volumes is not { } named || named.Contains(volume.Id, StringComparer.Ordinal);

    private static void AddVolumes(BorrowingRequest request, IReadOnlyList<string>? volumes)
    {
        if (volumes is { Count: > 0 })
        {
            request.Volumes =
            [
                .. request.Volumes,
                .. volumes.Distinct(StringComparer.Ordinal).Where(id => request.Volumes.All(volume => volume.Id != id)).Select(id => new Volume(id)),
            ];
        }
    }
}
