using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Testing.Choirs;

/// <summary>The inputs of a history again, one after another, on a fresh workflow in memory.</summary>
internal static class Replay
{
    /// <summary>How the message id of a deadline that fired begins.</summary>
    public const string DeadlinePrefix = "deadline/";

    /// <summary>The store that the replay ends with. Every verdict has to come out as the history has it.</summary>
    public static async Task<IWorkflowStore> OfAsync(ChoirHall hall, IReadOnlyList<HistoryEvent> history)
    {
        var clock = new FakeTimeProvider(hall.Clock.Start);
        var host = hall.Apart(clock);
        foreach (var item in history.OrderBy(item => item.At))
        {
            clock.SetUtcNow(item.At > clock.GetUtcNow() ? item.At : clock.GetUtcNow());
            await AgainAsync(host, item, hall.CancellationToken).ConfigureAwait(false);
            var store = host.GetRequiredService<IWorkflowStore>();
            var again = (await store.HistoryAsync(item.Request, hall.CancellationToken).ConfigureAwait(false))[^1];
            Check.Equal(Told(item), Told(again), $"Event {item.Revision} of {item.Request}, {item.Trigger} by {item.By}, replayed");
        }

        return host.GetRequiredService<IWorkflowStore>();
    }

    /// <summary>The snapshot as it is stored, for comparing.</summary>
    public static string Written(BorrowingRequest? request) => request is null ? "nothing" : Encoding.UTF8.GetString(BorrowingRequestJson.Serialize(request));

    /// <summary>Every effect that waits, by id and name.</summary>
    public static async Task<IReadOnlyList<string>> EffectsAsync(IWorkflowStore store, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var effects = new List<string>();
        while (await store.LeaseAsync(now.AddYears(50), 200, TimeSpan.FromDays(1), cancellationToken).ConfigureAwait(false) is { Count: > 0 } leased)
        {
            effects.AddRange(leased.Select(one => one.Effect.ToString()));
        }

        effects.Sort(StringComparer.Ordinal);
        return effects;
    }

    private static string Told(HistoryEvent item) => $"{item.Verdict} by {item.Clause ?? "no clause"}, from {item.From} to {item.To}, version {item.Version}";

    private static async Task AgainAsync(IServiceProvider host, HistoryEvent item, CancellationToken cancellationToken)
    {
        var workflow = host.GetRequiredService<IBorrowingWorkflow>();
        if (item.By == Actor.System && item.MessageId.StartsWith(DeadlinePrefix, StringComparison.Ordinal))
        {
            await host.GetRequiredService<BorrowingEngine>().FireDueAsync(item.Request, cancellationToken).ConfigureAwait(false);
            return;
        }

        var input = new WorkflowInput
        {
            Request = item.Request,
            Trigger = item.Trigger,
            AndThen = item.AndThen,
            By = item.By,
            MessageId = item.MessageId,
            Who = item.Who,
            Partner = item.Partner,
            Data = item.Data ?? new(),
        };
        _ = item.By == Actor.Partner
            ? await workflow.ReceiveAsync(input, cancellationToken).ConfigureAwait(false)
            : await workflow.ExecuteAsync(input, cancellationToken).ConfigureAwait(false);
    }
}
