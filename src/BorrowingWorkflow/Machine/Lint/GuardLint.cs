using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine.Lint;

/// <summary>
/// Guards, cell by cell: under whatever facts, at most one clause fits for an actor, and each fits for some.
/// Shown by going through all combinations of the facts that the cell's guards name.
/// </summary>
internal static class GuardLint
{
    private static readonly Actor[] EveryActor = Enum.GetValues<Actor>();

    public static IEnumerable<string> Check(TransitionTable table)
    {
        foreach (var status in Enum.GetValues<BorrowingStatus>())
        {
            foreach (var trigger in Enum.GetValues<Trigger>())
            {
                foreach (var finding in Cell(table.Cell(status, trigger).ToArray(), $"{trigger} in {status}"))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<string> Cell(CompiledTransition[] cell, string place)
    {
        var first = new HashSet<CompiledTransition>(ReferenceEqualityComparer.Instance);
        var rivals = new HashSet<string>();
        var combinations = Combinations(cell.Aggregate(GuardFacts.None, (facts, row) => facts | row.When.Required | row.When.Forbidden)).ToArray();
        foreach (var actor in EveryActor)
        {
            foreach (var facts in combinations)
            {
                CompiledTransition[] fitting = [.. cell.Where(row => row.Fits(actor.AsSet(), facts))];
                if (fitting.Length > 0)
                {
                    first.Add(fitting[0]);
                }

                if (fitting.Length > 1)
                {
                    rivals.Add(Rivals(fitting[0], fitting[1], actor, place));
                }
            }
        }

        return [.. rivals, .. cell.Where(row => !first.Contains(row)).Select(row => $"{row.Clause} never applies to {place}.")];
    }

    private static string Rivals(CompiledTransition one, CompiledTransition other, Actor actor, string place) =>
        one.When == Guards.Always && other.When == Guards.Always
            ? $"{one.Clause} and {other.Clause} both apply, without a condition, to {place} by {actor}."
            : $"{one.Clause} and {other.Clause} can apply at once to {place} by {actor}.";

    /// <summary>Every combination of the facts, without those that cannot be.</summary>
    private static IEnumerable<GuardFacts> Combinations(GuardFacts facts)
    {
        var some = facts;
        while (true)
        {
            if (Guards.AtMostOneOf.All(set => (some & set) is var held && (held & (held - 1)) == 0))
            {
                yield return some;
            }

            if (some == GuardFacts.None)
            {
                yield break;
            }

            some = (some - 1) & facts;
        }
    }
}
