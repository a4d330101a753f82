using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>
/// A clause's guard as Stateless wants it. The table takes the first row that fits, Stateless insists on exactly one,
/// so a row also steps back for those before it that could fit together with it.
/// </summary>
internal sealed class ClauseGuard
{
    private readonly CompiledTransition _row;
    private readonly CompiledTransition[] _before;
    private readonly Func<FiringContext> _context;

    public ClauseGuard(CompiledTransition row, ReadOnlySpan<CompiledTransition> cell, Func<FiringContext> context)
    {
        _row = row;
        _before = [.. cell[..cell.IndexOf(row)].ToArray().Where(other => other.Overlaps(row))];
        _context = context;
    }

    public bool IsMet()
    {
        var context = _context();
        if (!_row.Fits(context.By, context.Facts) || (_row.NamesNoStatus && context.Restored == BorrowingStatus.None))
        {
            return false;
        }

        foreach (var other in _before)
        {
            if (other.Fits(context.By, context.Facts))
            {
                return false;
            }
        }

        return true;
    }
}
