using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Engine;

/// <summary>What follows from entering a status, whatever clause led there.</summary>
internal static class Arrival
{
    /// <summary>Moves the request; <paramref name="before"/> is how it stood before the clause's steps.</summary>
    public static void In(BorrowingStatus to, Decision d, in Prior before)
    {
        var request = d.Request;
        Remember(to, request, before);
        Count(to, request, before);
        request.Status = to;
        request.EnteredAt = d.Trigger == Trigger.Import ? d.Data.EnteredAt ?? d.Now : d.Now;
        request.Deadlines = Deadlines.Standing(d.Context.Table, to, request.Deadlines);
        if (to != BorrowingStatus.PhysicallyReceivedByLibrary)
        {
            request.Facts.HoldExpired = false;
            request.HoldExpiresAt = to == BorrowingStatus.ReceivedNotForLoan ? request.HoldExpiresAt : null;
        }

        if (to == BorrowingStatus.ReturnedItemToPartner)
        {
            request.Place = ItemPlace.Elsewhere;
            request.Facts.Done |= LifeSteps.Returned;
        }

        if (to.IsFinal())
        {
            Close(to, d, before);
        }
        else if (before.Status.IsFinal())
        {
            Reopen(d);
        }
        else if (d.Clause!.Restores == Memory.Return && request.BeforeReturn is { } remembered)
        {
            request.Place = remembered.Place;
            request.Volumes = [.. request.Volumes.Select(volume => volume with { ReturnedAt = null })];
        }
    }

    private static void Remember(BorrowingStatus to, BorrowingRequest request, in Prior before)
    {
        if (to is not (BorrowingStatus.ReturnedItemToPartner or BorrowingStatus.RequestCompleted) || before.Status == BorrowingStatus.None)
        {
            return;
        }

        var remembered = new RememberedStatus(before.Status)
        {
            Deadlines = before.Deadlines,
            ActiveEntry = before.ActiveEntry,
            OnLoan = before.OnLoan,
            HadTemporaryItem = before.HadTemporaryItem,
            Place = before.Place,
        };
        if (to == BorrowingStatus.RequestCompleted)
        {
            request.BeforeClose = remembered;
        }
        else
        {
            request.BeforeReturn = remembered;
        }
    }

    /// <summary>Counts how often the status goes back to the one before while the partner stays the same: going in circles.</summary>
    private static void Count(BorrowingStatus to, BorrowingRequest request, in Prior before)
    {
        var facts = request.Facts;
        facts.Alternations = to == facts.PreviousStatus && to != before.Status && request.Active?.Partner == before.Partner
            ? facts.Alternations + 1
            : 0;
        facts.MostAlternations = Math.Max(facts.MostAlternations, facts.Alternations);
        facts.PreviousStatus = before.Status;
    }

    private static void Close(BorrowingStatus to, Decision d, in Prior before)
    {
        var request = d.Request;
        if (request.ActiveEntry is { } index && request.Rota[index] is { State: EntryState.Active } entry)
        {
            d.SetEntry(index, entry with { State = EntryState.Closed });
        }

        request.ActiveEntry = null;
        if (d.Options.Retention is { } retention && to != BorrowingStatus.Deleted)
        {
            d.Arm(DeadlineKind.Retention, request.EnteredAt + retention);
        }

        if (!before.Status.IsFinal())
        {
            request.Facts.ClosedBy = d.Clause!.Clause;
            request.Facts.ClosedFrom = before.Status;
            request.Facts.ClosedByCheckIn = d.Trigger == Trigger.PartnerCheckedIn;
        }
    }

    private static void Reopen(Decision d)
    {
        if (d.Clause!.Restores == Memory.Close)
        {
            RotaProgress.Reactivate(d, d.Request.BeforeClose?.ActiveEntry);
        }

        d.Request.Facts.ClosedBy = null;
        d.Request.Facts.ClosedByWhom = null;
        d.Request.Facts.ClosedByCheckIn = false;
        d.Request.Facts.ClosedUnshipped = false;
    }
}
