using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>What came of an input, as far as the definition decides it. Sentences for people are left out: their wording may change.</summary>
internal sealed record HistoryOutcome
{
    public required Verdict Verdict { get; init; }

    public string? Clause { get; init; }

    public required BorrowingStatus From { get; init; }

    public required BorrowingStatus To { get; init; }

    public required int Version { get; init; }

    /// <summary>Since when the request is in the status; null where that is not known.</summary>
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? DueDate { get; init; }

    /// <summary>The entries of the rota, each with its state; the active one is marked.</summary>
    public IReadOnlyList<string>? Rota { get; init; }

    /// <summary>The deadlines that stand.</summary>
    public IReadOnlyList<string>? Deadlines { get; init; }

    /// <summary>The effects by name, with the partner that they go to.</summary>
    public IReadOnlyList<string>? Effects { get; init; }

    public IReadOnlyList<string>? Withdrawn { get; init; }

    public IReadOnlyList<string>? Records { get; init; }

    public IReadOnlyList<Trigger>? Permitted { get; init; }

    public bool? ErasesPatronData { get; init; }

    public static HistoryOutcome Of(RequestSave save) => Of(save.Event) with
    {
        Since = save.Request.EnteredAt,
        DueDate = save.Request.DueDate,
        Rota = Some([.. save.Request.Rota.Select((entry, index) => Words(entry, index == save.Request.ActiveEntry))]),
        Deadlines = Some([.. save.Request.Deadlines.Select(deadline => string.Create(null, $"{deadline.Kind} {deadline.At.UtcDateTime:O}"))]),
        Effects = Some([.. save.Effects.Select(effect => effect.Partner is null ? effect.Name : $"{effect.Name} to {effect.Partner}")]),
        Withdrawn = Some(save.Withdrawn),
        ErasesPatronData = save.ErasesPatronData ? true : null,
    };

    /// <summary>What the history itself says.</summary>
    public static HistoryOutcome Of(HistoryEvent item) => new()
    {
        Verdict = item.Verdict,
        Clause = item.Clause,
        From = item.From,
        To = item.To,
        Version = item.Version,
        Records = Some(item.Records),
        Permitted = Some(item.Permitted),
    };

    private static IReadOnlyList<T>? Some<T>(IReadOnlyList<T> list) => list.Count > 0 ? list : null;

    private static string Words(RotaEntry entry, bool isActive) => $"{entry.Partner} {entry.State}{(isActive ? ", active" : "")}";
}
