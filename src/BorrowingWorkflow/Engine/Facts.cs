using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Engine;

/// <summary>Reads the facts that guards ask for off a request, an input and the policies.</summary>
internal static class Facts
{
    /// <summary>The facts for an input.</summary>
    public static GuardFacts Of(Decision decision)
    {
        var facts = Standing(decision);
        var data = decision.Data;
        switch (decision.Trigger)
        {
            case Trigger.Submit:
                facts |= decision.Context.Objection switch
                {
                    IntakeObjection.ApprovalRequired => GuardFacts.ApprovalRequired,
                    IntakeObjection.LocallyHeld => GuardFacts.LocallyHeld,
                    IntakeObjection.CitationInsufficient => GuardFacts.CitationInsufficient,
                    IntakeObjection.PossibleDuplicate => GuardFacts.PossibleDuplicate,
                    _ => GuardFacts.IntakePasses,
                };
                break;
            case Trigger.RotaBuilt:
                facts |= If(decision.OfferedRota.Any(offer => offer.Objection is null), GuardFacts.RotaIsUsable);
                break;
            case Trigger.Sent or Trigger.SendFailed:
                facts |= AboutSend(decision);
                break;
            case Trigger.DismissGeneralMessage when data.Message is not null:
                facts = Set(facts, GuardFacts.MessageStands, MessageStands(decision.Request, data.Message));
                break;
            case Trigger.DismissNote when data.Message is not null:
                facts = Set(facts, GuardFacts.NoteStands, NoteStands(decision.Request, data.Message));
                break;
            case Trigger.ChangePartnerOrder:
                facts = Set(facts, GuardFacts.OnlyPendingMove, MovesOnlyPending(decision.Request, data.Order ?? data.Partners));
                break;
            case Trigger.EditRequest:
                facts = Set(facts, GuardFacts.CitationMayChange, !Edits.TouchCitation(data) || !KnownSends.ActiveMayHold(decision));
                break;
            case Trigger.ReturnAtBranch:
                facts = Set(facts, GuardFacts.BranchElsewhere, data.Branch is null || data.Branch != decision.Request.Library);
                break;
            default:
                break;
        }

        return facts;
    }

    /// <summary>The facts that hold whatever comes next: what a person at the desk may count on.</summary>
    public static GuardFacts Standing(Decision decision)
    {
        var request = decision.Request;
        var options = decision.Options;
        var profile = decision.ActiveProfile;
        return If(options.OnEmptyRota == EmptyRotaPolicy.CancelByStaff, GuardFacts.EmptyRotaCancels)
            | If(options.KeepRejectedActive, GuardFacts.KeepsRejectedActive)
            | If(options.RenewalsAreMediated, GuardFacts.RenewalsMediated)
            | If(KnownSends.ActiveMayHold(decision), GuardFacts.ActiveMayHold)
            | If(RotaProgress.HasPending(decision), GuardFacts.AnotherPending)
            | If(profile.HasRequestAccepted, GuardFacts.HasRequestAccepted)
            | If(profile.HasWillSupply, GuardFacts.HasWillSupply)
            | If(request.Condition is { IsRetry: false }, GuardFacts.ConditionStands)
            | If(request.Condition is { IsRetry: true }, GuardFacts.RetryStands)
            | If(request.BeforeCancel is { ContinuesRota: true }, GuardFacts.ContinuesRota)
            | If(request.BeforeCancel is { Initiator: Actor.Patron }, GuardFacts.PatronBegan)
            | If(request.Place == ItemPlace.InTransitToPickup, GuardFacts.InTransitToPickup)
            | If(VolumesOutstanding(request), GuardFacts.VolumesOutstanding)
            | If(request.Facts.RenewalUnanswered, GuardFacts.RenewalUnanswered)
            | If(options.Retention is not { } retention || decision.Now >= request.EnteredAt + retention, GuardFacts.RetentionOver)
            | If(ClosedUnshipped(decision), GuardFacts.ClosedUnshipped)
            | If(LateShipmentStands(request), GuardFacts.LateShipmentStands)
            | If(Shipments.OtherShipper(decision) is not null, GuardFacts.AnotherEntryShipped)
            | If(request.TemporaryItem == TemporaryItem.Stands, GuardFacts.TemporaryItemStands)
            | If(request.Messages.Any(static message => message.IsActive), GuardFacts.MessageStands)
            | If(request.Notes.Any(static note => note.IsActive), GuardFacts.NoteStands)
            | If(request.LastEntry is not null, GuardFacts.HasHadPartner)
            | If(request.Rota.Any(static entry => entry.State == EntryState.Pending), GuardFacts.OnlyPendingMove)
            | GuardFacts.BranchElsewhere
            | GuardFacts.CitationMayChange;
    }

    private static bool MessageStands(BorrowingRequest request, string id) => request.Messages.Any(message => message.IsActive && message.Id == id);

    private static bool NoteStands(BorrowingRequest request, string id) => request.Notes.Any(note => note.IsActive && note.Id == id);

    private static bool VolumesOutstanding(BorrowingRequest request) => request.Status switch
    {
        BorrowingStatus.PhysicallyReceivedByLibrary or BorrowingStatus.ReceivedNotForLoan => request.Volumes.Any(static volume => volume.ReceivedAt is null),
        BorrowingStatus.ReturnedItemToPartner => request.Volumes.Any(static volume => volume.ReturnedAt is null),
        _ => false,
    };

    private static GuardFacts AboutSend(Decision decision)
    {
        if (KnownSends.Concerned(decision) is not { } index)
        {
            return GuardFacts.None;
        }

        var entry = decision.Request.Rota[index];
        var facts = index == decision.Request.ActiveEntry
            ? GuardFacts.AboutActiveSend
            : If(entry.FirstSend is not null, GuardFacts.AboutFormerSend);
        if (decision.Trigger == Trigger.Sent)
        {
            return facts;
        }

        var about = KnownSends.Of(decision, entry);
        return facts
            | If(decision.Data.Outcome == SendOutcome.NotDelivered, GuardFacts.NotDelivered)
            | If(
                !entry.IsConfirmed && KnownSends.StillUnknown(decision, entry).Count == 0
                    && !KnownSends.IsUnderWay(decision, index, except: about),
                GuardFacts.NoOtherSend);
    }

    private static bool ClosedUnshipped(Decision decision) =>
        decision.Trigger != Trigger.PartnerShippedDigitally
        && decision.Request is { Facts.ClosedUnshipped: true, BeforeClose.ActiveEntry: { } index } request
        && (decision.Input.Partner is null || request.Rota[index].Partner == decision.Input.Partner);

    private static bool LateShipmentStands(BorrowingRequest request) =>
        request.Facts is { ShippedAfterClose: { } partner, ShippedAfterCloseIsPhysical: true } && RotaProgress.LastOf(request, partner) is not null;

    private static bool MovesOnlyPending(BorrowingRequest request, IReadOnlyList<string>? order) =>
        order is null
        || order.Distinct(StringComparer.Ordinal).Count() == order.Count
        && order.All(code => request.Rota.Any(entry => entry.State == EntryState.Pending && entry.Partner == code));

    private static GuardFacts If(bool condition, GuardFacts fact) => condition ? fact : GuardFacts.None;

    private static GuardFacts Set(GuardFacts facts, GuardFacts fact, bool holds) => holds ? facts | fact : facts & ~fact;
}
