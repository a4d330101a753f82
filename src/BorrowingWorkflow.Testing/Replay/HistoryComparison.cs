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
            && Words(told.Records) == Words(now.Records);
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
            if (one != other)
            {
                then.Add($"{name} {one}");
                today.Add($"{name} {other}");
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

    private static IEnumerable<(string Name, string Value)> Aspects(HistoryOutcome outcome) =>
    [
        ("version", string.Create(null, $"{outcome.Version}")),
        ("in the status since", Words(outcome.Since)),
        ("due", Words(outcome.DueDate)),
        ("rota", Words(outcome.Rota)),
        ("deadlines", Words(outcome.Deadlines)),
        ("effects", Words(outcome.Effects)),
        ("withdrawn sends", Words(outcome.Withdrawn)),
        ("records", Words(outcome.Records)),
        ("permitted", Words(outcome.Permitted)),
        ("patron data", outcome.ErasesPatronData == true ? "erased" : "kept"),
    ];

    private static string Words(DateTimeOffset? moment) => moment is { } at ? at.UtcDateTime.ToString("O") : "never";

    private static string Words<T>(IReadOnlyList<T>? list) => list is { Count: > 0 } ? $"[{string.Join("; ", list)}]" : "none";
}
