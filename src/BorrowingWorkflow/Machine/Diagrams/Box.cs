using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Machine.Diagrams;

/// <summary>A phase with its statuses; the final ones are parted by what can still happen to them.</summary>
internal sealed record Box(string Name, string Label, StatusSet Statuses)
{
    private static readonly StatusSet Unfilled = [RejectedByPartner, Expired, CancelledByPatron, CancelledByStaff, CancelledByPartner];
    private static readonly StatusSet FilledElsewhere = [ExternallyObtained, ExportedToThirdParty];

    /// <summary>Every status is in one of these.</summary>
    public static IReadOnlyList<Box> All { get; } =
    [
        .. Enum.GetValues<RequestPhase>().Where(phase => phase != RequestPhase.Final).Select(Of),
        new("PhaseCompleted", "Final: completed", StatusGroups.Final - Unfilled - FilledElsewhere - [Deleted]),
        new("PhaseUnfilled", "Final: not filled", Unfilled),
        new("PhaseElsewhere", "Final: filled elsewhere", FilledElsewhere),
        new("PhasePurged", "Final: purged", [Deleted]),
    ];

    /// <summary>The node in the box that stands for all the others of it: an arrow from a box to its own inside cannot be drawn.</summary>
    public string Others => $"{Name}Others";

    private static Box Of(RequestPhase phase) => new(
        $"Phase{phase}",
        phase switch
        {
            RequestPhase.AtPartner => "At the partner",
            RequestPhase.OnShelf => "On the shelf",
            RequestPhase.OnLoan => "On loan",
            _ => phase.ToString(),
        },
        [.. BorrowingStatusExtensions.All.Where(status => status.Phase() == phase)]);
}
