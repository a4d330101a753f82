namespace BorrowingWorkflow.Machine.Lint;

/// <summary>Rows by themselves: ids, triggers, and references to other clauses.</summary>
internal static class RowLint
{
    public static IEnumerable<string> Check(IReadOnlyList<Transition> rows) =>
        [.. Ids(rows), .. Triggers(rows), .. Steps(rows), .. Outcomes(rows)];

    private static IEnumerable<string> Ids(IReadOnlyList<Transition> rows)
    {
        foreach (var group in rows.GroupBy(row => row.Clause).Where(group => group.Count() > 1))
        {
            yield return $"{group.Key} is the id of {group.Count()} clauses.";
        }

        foreach (var row in rows.Where(row => !IsWellFormed(row.Clause)))
        {
            yield return $"'{row.Clause}' is not two capitals, a hyphen and a number.";
        }
    }

    private static bool IsWellFormed(string id) =>
        id is [>= 'A' and <= 'Z', >= 'A' and <= 'Z', '-', >= '1' and <= '9', ..] && id.AsSpan(4).IndexOfAnyExceptInRange('0', '9') < 0;

    private static IEnumerable<string> Triggers(IReadOnlyList<Transition> rows)
    {
        foreach (var trigger in Enum.GetValues<Trigger>().Where(trigger => !rows.Any(row => row.Triggers.Contains(trigger))))
        {
            yield return $"{trigger} is in no clause.";
        }

        foreach (var row in rows.Where(row => row.Triggers.Count == 0 || row.From.Count == 0 || row.Actors == Actors.None))
        {
            yield return $"{row.Clause} can't be fired: it lacks a status, a trigger or an actor.";
        }
    }

    private static IEnumerable<string> Steps(IReadOnlyList<Transition> rows)
    {
        foreach (var row in rows)
        {
            var (open, seen) = (new Stack<string>(Referred(row)), new HashSet<string>());
            while (open.TryPop(out var clause))
            {
                if (clause == row.Clause)
                {
                    yield return $"{row.Clause} refers to itself.";
                }
                else if (rows.FirstOrDefault(other => other.Clause == clause) is not { } other)
                {
                    yield return $"{row.Clause} refers to {clause}, which is no clause.";
                }
                else if (seen.Add(clause))
                {
                    foreach (var next in Referred(other))
                    {
                        open.Push(next);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Referred(Transition row) => row.Steps.Select(step => step.As).OfType<string>();

    private static IEnumerable<string> Outcomes(IReadOnlyList<Transition> rows)
    {
        var named = rows.Where(row => !row.To.Refers).ToArray();
        foreach (var row in rows.Where(row => row.To.Refers))
        {
            foreach (var from in row.From)
            {
                foreach (var trigger in row.Triggers)
                {
                    var (asFrom, asOn) = row.To.Source(from, trigger);
                    if (!named.Any(other => other.From.Contains(asFrom) && other.Triggers.Contains(asOn)))
                    {
                        yield return $"{row.Clause} goes as {asOn} from {asFrom}, which goes nowhere.";
                    }
                }
            }
        }
    }
}
