using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Requests;

/// <summary>Derives a request's traits from its snapshot. The engine does so at the end of every decision.</summary>
/// <remarks>
/// A final request that is not <see cref="RequestTraits.Remarkable"/> is scanned without its snapshot, so whatever a detector reports on a
/// final request has to be remarkable here, or be told by the summary and the catalogue's items. The floors lie below the detectors'
/// defaults, so that a host can lower those without writing every request again.
/// </remarks>
internal static class TraitsOf
{
    /// <summary>How many partner messages out of sequence are worth a look.</summary>
    internal const int OutOfSequenceFloor = 1;

    /// <summary>How many alternations between two statuses are worth a look.</summary>
    internal const int AlternationsFloor = 2;

    /// <summary>How many reactivations are worth a look.</summary>
    internal const int ReactivationsFloor = 1;

    /// <summary>The step back in time, or ahead of the present status, that is worth a look.</summary>
    internal static readonly TimeSpan ClockFloor = TimeSpan.FromMinutes(1);

    /// <summary>Statuses in which the patron has to be told that the request failed.</summary>
    internal static readonly StatusSet Failed = [RejectedByPartner, Expired, CancelledByStaff, CancelledByPartner];

    /// <summary>Statuses from which staff complete a request as a matter of course.</summary>
    internal static readonly StatusSet CompletedAsUsual = [LocateInProcess, LocateFailed, ReturnedItemToPartner, .. StatusGroups.Trouble];

    /// <summary>The traits.</summary>
    /// <param name="request">The request after the decision.</param>
    /// <param name="keptActive">True where the policy keeps requests active after their rota is exhausted.</param>
    public static RequestTraits Compute(BorrowingRequest request, bool keptActive)
    {
        var facts = request.Facts;
        var kept = keptActive && request.Status is RejectedByPartner or Expired;
        return When(request.Notes.Any(note => note.IsActive), RequestTraits.ActiveNote)
            | When(request.Messages.Any(message => message.IsActive), RequestTraits.ActiveMessage)
            | When(request.Status.IsFinal(), RequestTraits.Final)
            | When(facts.ClosedByCheckIn, RequestTraits.ClosedByCheckIn)
            | When(facts.HoldExpired, RequestTraits.HoldExpired)
            | When(request.Place == ItemPlace.InTransitToPickup, RequestTraits.InTransitToPickup)
            | When(kept, RequestTraits.KeptActive)
            | When(facts.ImportedAt is not null, RequestTraits.Imported)
            | When(IsRemarkable(request, facts, kept), RequestTraits.Remarkable);
    }

    /// <summary>True where the close by the lender's check-in left out the receipt or the return.</summary>
    internal static bool SkippedSteps(BorrowingRequest request) =>
        request.Status == RequestCompleted
        && request.Facts.ClosedBy == "RE-2"
        && (request.Facts.Done & (LifeSteps.Received | LifeSteps.Returned)) != (LifeSteps.Received | LifeSteps.Returned);

    /// <summary>True where staff completed the request from a status that it does not normally end from.</summary>
    internal static bool Overridden(BorrowingRequest request) =>
        request.Status == RequestCompleted && request.Facts.ClosedBy == "FI-1" && !CompletedAsUsual.Contains(request.Facts.ClosedFrom);

    /// <summary>True where a notice of failure is due and none was asked for since the request entered its status.</summary>
    internal static bool LacksFailureNotice(BorrowingRequest request) =>
        Failed.Contains(request.Status)
        && !(request.Facts.FailureNoticeAt >= request.EnteredAt)
        && !(request.Facts.ImportedAt >= request.EnteredAt);

    /// <summary>True where some volumes were received, or returned, and others were not.</summary>
    internal static bool VolumesIncomplete(BorrowingRequest request) =>
        Partly(request.Volumes.Count(volume => volume.ReceivedAt is not null), request.Volumes.Count)
        || Partly(request.Volumes.Count(volume => volume.ReturnedAt is not null), request.Volumes.Count);

    private static bool IsRemarkable(BorrowingRequest request, RequestFacts facts, bool kept) =>
        facts.ShippedAfterClose is not null
        || facts.ArrivedAfterClose
        || facts.ShippedByWrongPartner is not null
        || facts.OutOfSequence >= OutOfSequenceFloor
        || facts.MostAlternations >= AlternationsFloor
        || facts.Reactivations >= ReactivationsFloor
        || facts.LargestStepBack > ClockFloor
        // What is dated after the last change may be dated in the future; whether it is, only a scan can tell.
        || (request.Status.IsFinal() && facts.LatestEventAt > Later(request.EnteredAt, facts.ImportedAt) + ClockFloor)
        || SkippedSteps(request)
        || Overridden(request)
        || (!kept && LacksFailureNotice(request))
        || VolumesIncomplete(request)
        || RotaSymptoms.Any(request);

    private static DateTimeOffset Later(DateTimeOffset moment, DateTimeOffset? other) => other > moment ? other.Value : moment;

    private static bool Partly(int count, int all) => count > 0 && count < all;

    private static RequestTraits When(bool condition, RequestTraits trait) => condition ? trait : RequestTraits.None;
}
