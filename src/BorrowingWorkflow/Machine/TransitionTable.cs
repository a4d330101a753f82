using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine.Table;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine;

/// <summary>
/// The transition table, compiled: rows by status and trigger in the table's order, so that a question is one index and a short scan.
/// Immutable and safe for any number of threads.
/// </summary>
internal sealed class TransitionTable
{
    private static readonly int StatusCount = Enum.GetValues<BorrowingStatus>().Length;
    private static readonly int TriggerCount = Enum.GetValues<Trigger>().Length;

    private readonly CompiledTransition[][] _cells;
    private readonly Actors[] _actors;
    private readonly Permission[] _permissions;

    public TransitionTable(IReadOnlyList<Transition> rows)
    {
        Rows = rows;
        _cells = new CompiledTransition[StatusCount * TriggerCount][];
        Array.Fill(_cells, []);
        _actors = new Actors[TriggerCount];
        foreach (var row in rows)
        {
            foreach (var trigger in row.Triggers)
            {
                _actors[(int)trigger] |= row.Actors;
            }
        }

        // Clauses that name their own outcome come first, since the others refer to them; the cells are put in the table's order afterwards.
        foreach (var group in new[] { rows.Where(row => !row.To.Refers), rows.Where(row => row.To.Refers) })
        {
            foreach (var row in group)
            {
                Compile(row);
            }
        }

        var order = rows.Select((row, index) => (row, index)).ToDictionary(pair => pair.row, pair => pair.index);
        foreach (var cell in _cells)
        {
            Array.Sort(cell, (left, right) => order[left.Row].CompareTo(order[right.Row]));
        }

        _permissions = [.. BuildPermissions()];
    }

    /// <summary>The table as the specification has it.</summary>
    public static TransitionTable Default { get; } = new(
    [
        .. IntakeClauses.Rows, .. LocateClauses.Rows, .. SendingClauses.Rows, .. AtPartnerClauses.Rows, .. CancelClauses.Rows,
        .. SupplyClauses.Rows, .. LoanClauses.Rows, .. ReturnClauses.Rows, .. FinalClauses.Rows, .. MessageClauses.Rows,
    ]);

    public IReadOnlyList<Transition> Rows { get; }

    /// <summary>The clauses for a status and a trigger, in the table's order.</summary>
    public ReadOnlySpan<CompiledTransition> Cell(BorrowingStatus status, Trigger trigger) => _cells[Index(status, trigger)];

    /// <summary>Every clause for every status and trigger that it applies to, in that order.</summary>
    public IEnumerable<CompiledTransition> Compiled => _cells.SelectMany(cell => cell);

    /// <summary>Every actor that some clause lets fire the trigger, in whatever status.</summary>
    public Actors ActorsOf(Trigger trigger) => _actors[(int)trigger];

    /// <summary>The first clause that fits, or null.</summary>
    public CompiledTransition? Find(BorrowingStatus status, Trigger trigger, Actors actor, GuardFacts facts)
    {
        foreach (var candidate in _cells[Index(status, trigger)])
        {
            if (candidate.Fits(actor, facts))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The triggers that the actor may fire under these facts.</summary>
    public TriggerSet Permitted(BorrowingStatus status, Actors actor, GuardFacts facts)
    {
        ref readonly var permission = ref _permissions[((int)status << 4) | (int)actor];
        var set = permission.Unguarded;
        foreach (var (trigger, when) in permission.Guarded)
        {
            if (when.Holds(facts))
            {
                set = set.With(trigger);
            }
        }

        return set;
    }

    private static int Index(BorrowingStatus status, Trigger trigger) => ((int)status * TriggerCount) + (int)trigger;

    private void Compile(Transition row)
    {
        var steps = Expand(row).ToArray();
        foreach (var from in row.From)
        {
            foreach (var trigger in row.Triggers)
            {
                foreach (var compiled in Outcomes(row, from, trigger, steps))
                {
                    ref var cell = ref _cells[Index(from, trigger)];
                    cell = [.. cell, compiled];
                }
            }
        }
    }

    private IEnumerable<CompiledTransition> Outcomes(Transition row, BorrowingStatus from, Trigger trigger, Step[] steps)
    {
        if (!row.To.Refers)
        {
            var stays = row.To.Kind == TargetKind.Stay;
            yield return new(row.Clause, from, trigger, row.Actors, row.When, stays ? from : row.To.Status, row.To.Memory, stays, steps, row);
            yield break;
        }

        var (asFrom, asOn) = row.To.Source(from, trigger);
        foreach (var inner in _cells[Index(asFrom, asOn)])
        {
            yield return new(
                row.Clause, from, trigger, row.Actors, row.When & inner.When, inner.To, inner.Restores,
                inner.Stays && asFrom == from, [.. steps, .. inner.Steps], row);
        }
    }

    private IEnumerable<Step> Expand(Transition row) => row.Steps.SelectMany(step => step.As is { } clause
        ? Expand(Rows.First(other => other.Clause == clause))
        : [step]);

    private IEnumerable<Permission> BuildPermissions()
    {
        for (var index = 0; index < StatusCount << 4; index++)
        {
            var (status, actor) = ((BorrowingStatus)(index >> 4), (Actors)(index & 15));
            var open = Enumerable.Range(0, TriggerCount).SelectMany(trigger => _cells[Index(status, (Trigger)trigger)])
                .Where(clause => (clause.Actors & actor) != 0).ToArray();
            TriggerSet unguarded = [.. open.Where(clause => clause.When == Guards.Always).Select(clause => clause.Trigger)];
            yield return new(unguarded, [.. open.Where(clause => !unguarded.Contains(clause.Trigger)).Select(clause => (clause.Trigger, clause.When))]);
        }
    }

    private readonly record struct Permission(TriggerSet Unguarded, (Trigger Trigger, Guard When)[] Guarded);
}
