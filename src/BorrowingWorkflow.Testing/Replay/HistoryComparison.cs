using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>Tells two outcomes apart, and says in words how they differ.</summary>
internal static class HistoryComparison
{
    /// <summary>True where the decision is what the history says of it.</summary>
    public static bool IsAsTold(HistoryStep step, RequestSave save)
    {
        var (told, now) = (step.Outcome, HistoryOutcome.Of(save.Event));
        return step.Trigger == save.Event.Trigger && Headline(told) == Headline(now) && told.From == now.From && told.Version == now.Version
            && (told.Records ?? []).SequenceEqual(now.Records ?? [], StringComparer.Ordinal);
    }

    /// <summary>How the outcomes differ, as was and is; null where they don't.</summary>
    public static (string Was, string Is)? Between(HistoryOutcome was, HistoryOutcome now)
    {
        List<string> then = [];
        List<string> today = [];
        var (before, after) = (Headline(was), Headline(now));
        if (before != after)
        {
            then.Add(before);
            today.Add(after);
        }

        foreach (var ((name, one), (_, other)) in Aspects(was).Zip(Aspects(now)))
        {
            if (!one.SequenceEqual(other, StringComparer.Ordinal))
            {
                then.Add(Words(name, one, other));
                today.Add(Words(name, other, one));
            }
        }

        return then.Count == 0 ? null : (string.Join(", ", then), string.Join(", ", today));
    }

    /// <summary>Verdict, clause and status in a few words.</summary>
    public static string Headline(HistoryOutcome outcome) => outcome switch
    {
        { Verdict: not Verdict.Applied } => outcome.Verdict.ToString(),
        _ when outcome.From == outcome.To => $"{outcome.Clause}, staying in {Label(outcome.To)}",
        _ => $"{outcome.Clause} to {Label(outcome.To)}",
    };

    /// <summary>The input and the status that it met.</summary>
    public static string Question(HistoryStep step) =>
        $"{step.Trigger}{(step.AndThen is { } then ? $" and {then}" : "")} by {step.By}{(step.Partner is { } partner ? $" ({partner})" : "")} "
        + $"in {Label(step.Outcome.From)}";

    private static string Label(BorrowingStatus status) => status == BorrowingStatus.None ? "(none)" : status.Label();

    private static IEnumerable<(string Name, IReadOnlyList<string> Values)> Aspects(HistoryOutcome outcome) =>
    [
        ("version", [string.Create(null, $"{outcome.Version}")]),
        ("in the status since", Moment(outcome.Since)),
        ("due date", Moment(outcome.DueDate)),
        ("rota", outcome.Rota ?? []),
        ("deadlines", outcome.Deadlines ?? []),
        ("effects", outcome.Effects ?? []),
        ("withdrawn sends", outcome.Withdrawn ?? []),
        ("records", outcome.Records ?? []),
        ("permitted", [.. (outcome.Permitted ?? []).Select(trigger => trigger.ToString())]),
        ("patron data", [outcome.ErasesPatronData == true ? "erased" : "kept"]),
    ];

    private static IReadOnlyList<string> Moment(DateTimeOffset? moment) => moment is { } at ? [at.UtcDateTime.ToString("O")] : [];

    /// <summary>Of long lists only what the other one lacks.</summary>
    private static string Words(string name, IReadOnlyList<string> one, IReadOnlyList<string> other)
    {
        string[] own = [.. one.Except(other, StringComparer.Ordinal)];
        var isOrder = own.Length == 0 && !other.Except(one, StringComparer.Ordinal).Any();
        return (isOrder ? one : own) switch
        {
            [var only] => $"{name} {only}",
            { Count: > 0 } shown => $"{name} [{string.Join("; ", shown)}]",
            _ => one.Count == 0 ? $"no {name}" : $"{name} without that",
        };
    }
}
