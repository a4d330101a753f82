using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>Where a clause can lead that names no status: <c>^</c>, and the import.</summary>
internal static class RestoredStatuses
{
    /// <summary>Every status that the clause can lead to.</summary>
    public static StatusSet Destinations(this TransitionTable table, CompiledTransition row) => row switch
    {
        { Restores: Memory.None, NamesNoStatus: true } => [.. BorrowingStatusExtensions.All],
        { Restores: Memory.None } => [row.To],

        // A cancellation before the confirmation remembers RequestSentToPartner, and CA-17 moves what is remembered, both within this group.
        { Restores: Memory.Cancel } => StatusGroups.AtPartner,
        _ => table.Entrances(row.From),
    };

    /// <summary>The statuses from which some clause leads into the status by name.</summary>
    private static StatusSet Entrances(this TransitionTable table, BorrowingStatus status)
    {
        StatusSet found = [];
        foreach (var row in table.Rows)
        {
            if (row.To.Kind == TargetKind.Status && row.To.Status == status)
            {
                found |= row.From;
            }
        }

        return found - [status, BorrowingStatus.None];
    }
}
