using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>The transition table with one thing wrong in one clause.</summary>
/// <param name="Clause">The clause that is wrong.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="Rows">The rows of the table.</param>
internal sealed record Mutant(string Clause, string What, IReadOnlyList<Transition> Rows)
{
    // The intake rules always say one of these.
    private const GuardFacts Intake =
        GuardFacts.IntakePasses | GuardFacts.ApprovalRequired | GuardFacts.LocallyHeld | GuardFacts.CitationInsufficient | GuardFacts.PossibleDuplicate;

    // Only staff skip a partner, and a patron who cancels then ends that.
    private const GuardFacts SkippedByPatron = GuardFacts.ContinuesRota | GuardFacts.PatronBegan;

    /// <summary>Every mutant of the clause that gives another answer than the table itself in some case.</summary>
    public static IEnumerable<Mutant> Of(Transition row)
    {
        yield return new(row.Clause, "row removed", Without(row));
        yield return With(row, $"leads to {Elsewhere(row)}", to: Target.To(Elsewhere(row)));
        foreach (var fact in Facts(row.When.Required | row.When.Forbidden))
        {
            var (required, forbidden) = (row.When.Required, row.When.Forbidden);
            yield return With(row, $"guard {fact} flipped", when: new((required & ~fact) | (forbidden & fact), (forbidden & ~fact) | (required & fact)));
            var dropped = With(row, $"guard {fact} dropped", when: new(required & ~fact, forbidden & ~fact));
            if (AnswersDiffer(row, dropped))
            {
                yield return dropped;
            }
        }

        foreach (var by in Enum.GetValues<Actor>().Where(by => row.Actors.HasFlag(by.AsSet()) && row.Actors != by.AsSet()))
        {
            yield return With(row, $"not by {by}", actors: row.Actors & ~by.AsSet());
        }

        foreach (var from in row.From.Where(_ => row.From.Count > 1))
        {
            yield return With(row, $"not from {from}", from: row.From - [from]);
        }

        foreach (var trigger in row.Triggers.Where(_ => row.Triggers.Count > 1))
        {
            yield return With(row, $"not on {trigger}", triggers: [.. row.Triggers.Where(other => other != trigger)]);
        }

        for (var index = 0; index < row.Steps.Count; index++)
        {
            Step[] left = [.. row.Steps.Take(index), .. row.Steps.Skip(index + 1)];
            yield return With(row, $"step {index + 1} \"{row.Steps[index].Text}\" removed", steps: left);
        }
    }

    private static BorrowingStatus Elsewhere(Transition row)
    {
        // A neighbour: neither where the clause leads nor where it starts.
        for (var status = row.To.Kind == TargetKind.Status ? row.To.Status + 1 : row.From.First() + 1; ; status++)
        {
            if (!Enum.IsDefined(status) || status == BorrowingStatus.None)
            {
                status = BorrowingStatus.Created;
            }

            if (!row.From.Contains(status) && (row.To.Kind != TargetKind.Status || row.To.Status != status))
            {
                return status;
            }

            if (row.From.Count >= BorrowingStatusExtensions.All.Count - 1)
            {
                // It starts everywhere; its tests start somewhere else than here.
                return BorrowingStatus.DamagedCommunicated;
            }
        }
    }

    private static IReadOnlyList<Transition> Without(Transition row) =>
    [
        // Who does "as" this clause does what it did; only the clause itself is gone.
        .. TransitionTable.Default.Rows.Where(other => other != row).Select(other => other.Steps.Any(step => step.As == row.Clause)
            ? Copy(other, steps: [.. other.Steps.SelectMany(step => step.As == row.Clause ? row.Steps : [step])])
            : other),
    ];

    private static Mutant With(
        Transition row,
        string what,
        StatusSet? from = null,
        TriggerSet? triggers = null,
        Actors? actors = null,
        Guard? when = null,
        Target? to = null,
        IReadOnlyList<Step>? steps = null) =>
        new(row.Clause, what, [.. TransitionTable.Default.Rows.Select(other => other == row ? Copy(row, from, triggers, actors, when, to, steps) : other)]);

    private static Transition Copy(
        Transition row,
        StatusSet? from = null,
        TriggerSet? triggers = null,
        Actors? actors = null,
        Guard? when = null,
        Target? to = null,
        IReadOnlyList<Step>? steps = null) =>
        new(
            row.Clause, from ?? row.From, triggers ?? row.Triggers, actors ?? row.Actors, when ?? row.When, to ?? row.To, steps ?? row.Steps, row.Source);

    /// <summary>
    /// A clause that is asked last may say again what those before it leave; without it, the table says the same.
    /// </summary>
    private static bool AnswersDiffer(Transition row, Mutant mutant)
    {
        var table = new TransitionTable(mutant.Rows);
        foreach (var from in row.From)
        {
            foreach (var trigger in row.Triggers)
            {
                var mentioned = TransitionTable.Default.Cell(from, trigger).ToArray()
                    .Aggregate(GuardFacts.None, (all, one) => all | one.When.Required | one.When.Forbidden);
                if (Combinations(mentioned).Any(facts => Enum.GetValues<Actor>().Any(by =>
                    TransitionTable.Default.Find(from, trigger, by.AsSet(), facts)?.Clause != table.Find(from, trigger, by.AsSet(), facts)?.Clause)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<GuardFacts> Combinations(GuardFacts mentioned)
    {
        var facts = Facts(mentioned).ToArray();
        return Enumerable.Range(0, 1 << facts.Length)
            .Select(bits => facts.Where((_, index) => (bits & (1 << index)) != 0).Aggregate(GuardFacts.None, (all, one) => all | one))
            .Where(set => Guards.AtMostOneOf.All(group => Facts(set & group).Count() <= 1)
                && (set & SkippedByPatron) != SkippedByPatron && ((mentioned & Intake) == 0 || (set & Intake) != 0));
    }

    private static IEnumerable<GuardFacts> Facts(GuardFacts set) =>
        Enum.GetValues<GuardFacts>().Where(fact => fact != GuardFacts.None && (set & fact) == fact);
}
