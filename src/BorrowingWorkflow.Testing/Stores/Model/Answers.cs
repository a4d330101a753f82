using System.Globalization;
using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>A store's answers as lines: complete, to the tick, and in an order of their own where the contract gives none.</summary>
internal static class Answers
{
    public static string Of(BorrowingRequest? request) => request is null ? "no request" : Text(BorrowingRequestJson.Serialize(request));

    public static string Of(HistoryEvent? item) => item is null ? "no event" : Text(BorrowingRequestJson.Serialize(item));

    public static IReadOnlyList<string> Of(LoadedRequest loaded) =>
    [
        Of(loaded.Request),
        $"first verdict: {Of(loaded.FirstVerdict)}",
        .. InOrder(loaded.OpenSends, send => $"send {send.Effect} to entry {send.Entry}{(send.IsUnderWay ? ", under way" : "")}"),
    ];

    public static IReadOnlyList<string> Of(IReadOnlyList<LeasedEffect> leased) =>
        [.. leased.Select(one => $"{one.Effect.Id}, attempt {one.Attempt}: {Text(BorrowingRequestJson.Serialize(one.Effect))}")];

    public static string Of(RequestSummary summary) =>
        $"{summary.Id} {summary.Library} {summary.Status} since {Of(summary.EnteredAt)} [{summary.Traits}] partner {summary.Partner ?? "-"} "
        + $"assignee {summary.Assignee ?? "-"} pickup {summary.Pickup ?? "-"} due {Of(summary.DueDate)} hold {Of(summary.HoldExpiresAt)} note {Of(summary.OldestNoteAt)} "
        + $"message {Of(summary.OldestMessageAt)} deadline {Of(summary.NextDeadline)}";

    public static string Of(PendingEffect effect) => $"{effect.Request} {effect.Kind}({effect.Detail}) of {Of(effect.At)}, attempts {effect.Attempts}";

    public static string Of(Backlog backlog) =>
        $"{backlog.Effects} effects since {Of(backlog.OldestEffect)}, {backlog.Deadlines} deadlines since {Of(backlog.OldestDeadline)}";

    public static string Of(CheckRun run) => $"{run.Check} for {run.Library ?? "all"} at {Of(run.At)} by {run.By}";

    public static string Of(AnomalyDismissal dismissal) =>
        $"{dismissal.Detector} of {dismissal.Subject} until {Of(dismissal.Until)} by {dismissal.By} at {Of(dismissal.At)}: {dismissal.Reason}";

    public static string Of(RequestQuery query)
    {
        List<string> conditions = [$"by {query.Order}"];
        Add("statuses", query.Statuses?.ToString());
        Add("traits", query.AnyTrait == RequestTraits.None ? null : query.AnyTrait.ToString());
        Add("library", query.Library);
        Add("partner", query.Partner);
        Add("assignee", query.Assignee);
        Add("patron", query.Patron);
        Add("pickup", query.Pickup);
        Add("text", query.Text);
        Add("entered after", query.EnteredAfter is { } after ? Of(after) : null);
        Add("entered before", query.EnteredBefore is { } before ? Of(before) : null);
        Add("hold expires before", query.HoldExpiresBefore is { } expiry ? Of(expiry) : null);
        return string.Join(", ", conditions);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                conditions.Add($"{name} {value}");
            }
        }
    }

    public static IReadOnlyList<string> InOrder<T>(IEnumerable<T> items, Func<T, string> line) => [.. items.Select(line).Order(StringComparer.Ordinal)];

    private static string Of(DateTimeOffset? moment) => moment?.ToString("O", CultureInfo.InvariantCulture) ?? "-";

    private static string Text(byte[] json) => Encoding.UTF8.GetString(json);
}
