using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Testing.Choirs;

/// <summary>Everybody at once.</summary>
internal static class ChoirCases
{
    private const int Inputs = 200;

    private const int Workers = 8;

    public static async Task OneEventEachAsync(ChoirHall hall)
    {
        var (sung, history, _) = await PerformAsync(hall);
        EnsureOneEach(sung, history);
    }

    public static async Task DuplicatesAsync(ChoirHall hall)
    {
        var (sung, history, _) = await PerformAsync(hall);
        var kept = history.ToLookup(item => item.MessageId);
        foreach (var repeated in sung.GroupBy(one => one.Key).Where(group => group.Count() > 1))
        {
            Check.Equal(1, repeated.Count(one => one.Told.Verdict != Verdict.Duplicate), $"Of {repeated.Count()} times {repeated.Key.MessageId}, those that are no duplicate");
            foreach (var duplicate in repeated.Where(one => one.Told.Verdict == Verdict.Duplicate))
            {
                Check.Equal(kept[repeated.Key.MessageId].First().Verdict, duplicate.Told.First, $"The first verdict that a duplicate of {repeated.Key.MessageId} is told");
            }
        }
    }

    public static async Task ToldAsync(ChoirHall hall)
    {
        var (sung, history, _) = await PerformAsync(hall);
        var kept = history.ToLookup(item => item.MessageId);
        foreach (var one in sung.Where(one => one.Told.Verdict != Verdict.Duplicate))
        {
            var item = kept[one.Key.MessageId].First();
            Check.Equal(
                $"{one.Told.Verdict} by {(one.Told.IsApplied ? one.Told.Clause : null)} in {one.Told.Status}, version {one.Told.Version}",
                $"{item.Verdict} by {item.Clause} in {item.To}, version {item.Version}",
                $"The history, of {one.Input.Trigger} by {one.Input.By}");
        }
    }

    public static async Task VersionsAsync(ChoirHall hall)
    {
        var (_, history, store) = await PerformAsync(hall);
        EnsureVersions(history, await store.FindAsync(history[0].Request, hall.CancellationToken));
    }

    public static async Task ReplayAsync(ChoirHall hall)
    {
        var (_, history, store) = await PerformAsync(hall);
        await EnsureReplaysAsync(hall, store, history);
    }

    public static async Task EffectsAsync(ChoirHall hall)
    {
        var (_, history, store) = await PerformAsync(hall);
        var replayed = await Replay.OfAsync(hall, history);

        var counts = (await store.CountAsync(hall.CancellationToken)).OrderBy(pair => pair.Key, StringComparer.Ordinal);
        Check.Same((await replayed.CountAsync(hall.CancellationToken)).OrderBy(pair => pair.Key, StringComparer.Ordinal), counts, "The counts of effects");
        var now = hall.Clock.GetUtcNow();
        Check.Same(
            await Replay.EffectsAsync(replayed, now, hall.CancellationToken),
            await Replay.EffectsAsync(store, now, hall.CancellationToken),
            "The effects that wait");
    }

    public static async Task SweepersAsync(ChoirHall hall)
    {
        var host = await hall.OpenAsync();
        RequestId[] requests = [.. await MakeManyAsync(hall, host)];
        hall.Clock.Advance(TimeSpan.FromDays(30));

        var sweeping = hall.UntilNothingIsLeftAsync(Workers, host.GetRequiredService<DeadlineSweeper>().SweepAsync);
        await hall.SingAsync([.. requests.SelectMany((request, index) => Song.For(request, 3, hall.Seed + index))], host);
        await sweeping;
        await hall.UntilNothingIsLeftAsync(Workers, host.GetRequiredService<DeadlineSweeper>().SweepAsync);

        var store = host.GetRequiredService<IWorkflowStore>();
        foreach (var request in requests)
        {
            var history = await store.HistoryAsync(request, hall.CancellationToken);
            var fired = history.Where(item => item.MessageId.StartsWith(Replay.DeadlinePrefix, StringComparison.Ordinal)).Select(item => item.MessageId).ToList();
            Check.Same(fired.Distinct(), fired, $"The deadlines of {request} that fired");
            var found = await store.FindAsync(request, hall.CancellationToken);
            Check.That(!(found?.NextDeadline <= hall.Clock.GetUtcNow()), $"A deadline of {request} was due and never fired.");
            EnsureVersions(history, found);
            await EnsureReplaysAsync(hall, store, history);
        }
    }

    public static async Task DispatchersAsync(ChoirHall hall)
    {
        var host = await hall.OpenAsync();
        var requests = await MakeManyAsync(hall, host);
        foreach (var request in requests)
        {
            await host.GetRequiredService<IBorrowingWorkflow>().ExecuteAsync(
                new() { Request = request, Trigger = Machine.Trigger.SendGeneralMessage, By = Machine.Actor.Staff, MessageId = "ask", Data = new() { Text = "Is it on its way?" } },
                hall.CancellationToken);
        }

        await hall.UntilNothingIsLeftAsync(Workers, host.GetRequiredService<EffectDispatcher>().DispatchAsync);

        var sent = hall.Transport.Calls.Select(call => call.Effect.Id).ToList();
        Check.Same(sent.Distinct(), sent, "The messages, each once");
        Check.Same(
            requests.Select(request => request.Value).Order(StringComparer.Ordinal),
            hall.Transport.Calls.Select(call => call.Effect.Request.Value).Order(StringComparer.Ordinal),
            "The requests that were written about");
        await foreach (var batch in host.GetRequiredService<IWorkflowStore>().PendingAsync(hall.CancellationToken))
        {
            Check.Equal(0, batch.Count, "Effects that still wait");
        }
    }

    public static async Task ManyRequestsAsync(ChoirHall hall)
    {
        var host = await hall.OpenAsync();
        var requests = await MakeManyAsync(hall, host);
        WorkflowInput[] song = [.. requests.SelectMany((request, index) => Song.For(request, 8, hall.Seed + index))];
        new Random(hall.Seed).Shuffle(song);
        var sung = (await hall.SingAsync(song, host)).ToLookup(one => one.Input.Request);

        var store = host.GetRequiredService<IWorkflowStore>();
        foreach (var request in requests)
        {
            var history = await store.HistoryAsync(request, hall.CancellationToken);
            Check.That(history.All(item => item.Request == request), $"The history of {request} holds another's.");
            EnsureOneEach([.. sung[request]], history);
            EnsureVersions(history, await store.FindAsync(request, hall.CancellationToken));
        }
    }

    public static async Task ViewsAsync(ChoirHall hall)
    {
        IServiceProvider[] hosts = [await hall.OpenAsync(), await hall.OpenAsync(), await hall.OpenAsync()];
        var request = await hall.MakeAsync(hosts[0]);
        var isShared = (hall.Harness.Capabilities & StoreCapabilities.Shared) != 0;
        var elsewhere = await hosts[1].GetRequiredService<IWorkflowStore>().FindAsync(request, hall.CancellationToken);
        Check.Equal(isShared, elsewhere is not null, "That a request of one view is seen in another");

        var sung = await hall.SingAsync(Song.For(request, Inputs, hall.Seed), isShared ? hosts : hosts[..1]);

        foreach (var store in hosts.Select(host => host.GetRequiredService<IWorkflowStore>()).Take(isShared ? hosts.Length : 1))
        {
            var history = await store.HistoryAsync(request, hall.CancellationToken);
            EnsureOneEach(sung, history);
            EnsureVersions(history, await store.FindAsync(request, hall.CancellationToken));
            await EnsureReplaysAsync(hall, store, history);
        }
    }

    public static async Task RestartAsync(ChoirHall hall)
    {
        var (_, history, store) = await PerformAsync(hall);
        var request = history[0].Request;
        var before = Replay.Written(await store.FindAsync(request, hall.CancellationToken));
        await hall.CloseAsync();

        store = (await hall.OpenAsync()).GetRequiredService<IWorkflowStore>();
        var lasts = (hall.Harness.Capabilities & StoreCapabilities.Durable) != 0;
        var after = await store.HistoryAsync(request, hall.CancellationToken);
        Check.Equal(lasts ? history.Count : 0, after.Count, "Events after a restart");
        Check.Equal(lasts ? before : "nothing", Replay.Written(await store.FindAsync(request, hall.CancellationToken)), "The request after a restart");
    }

    private static async Task<(IReadOnlyList<Sung> Sung, IReadOnlyList<HistoryEvent> History, IWorkflowStore Store)> PerformAsync(ChoirHall hall)
    {
        var host = await hall.OpenAsync();
        var request = await hall.MakeAsync(host);
        var sung = await hall.SingAsync(Song.For(request, Inputs, hall.Seed), host);
        var store = host.GetRequiredService<IWorkflowStore>();
        return (sung, await store.HistoryAsync(request, hall.CancellationToken), store);
    }

    private static async Task<IReadOnlyList<RequestId>> MakeManyAsync(ChoirHall hall, IServiceProvider host)
    {
        var requests = new List<RequestId>();
        for (var number = 1; number <= 20; number++)
        {
            requests.Add(await hall.MakeAsync(host, $"R-{number}"));
        }

        return requests;
    }

    private static void EnsureOneEach(IReadOnlyList<Sung> sung, IReadOnlyList<HistoryEvent> history)
    {
        var inputs = sung.Select(one => one.Key.MessageId).Distinct().Order(StringComparer.Ordinal);
        var events = history.Select(item => item.MessageId).Where(id => id.StartsWith("song/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Check.Same(inputs, events, "The inputs in the history");
    }

    private static void EnsureVersions(IReadOnlyList<HistoryEvent> history, BorrowingRequest? request)
    {
        var (version, status) = (0, BorrowingStatus.None);
        foreach (var (item, index) in history.Select((item, index) => (item, index)))
        {
            version += item.Verdict == Verdict.Applied ? 1 : 0;
            Check.Equal((index + 1, version, status), (item.Revision, item.Version, item.From), $"Revision, version and earlier status of event {index + 1}");
            status = item.To;
        }

        Check.Equal(
            (history.Count, version, status),
            (request?.Revision ?? 0, request?.Version ?? 0, request?.Status ?? BorrowingStatus.None),
            "Revision, version and status of the request");
    }

    private static async Task EnsureReplaysAsync(ChoirHall hall, IWorkflowStore store, IReadOnlyList<HistoryEvent> history)
    {
        var request = history[0].Request;
        var replayed = await Replay.OfAsync(hall, history);
        Check.Equal(
            Replay.Written(await replayed.FindAsync(request, hall.CancellationToken)),
            Replay.Written(await store.FindAsync(request, hall.CancellationToken)),
            "The request at the end");
    }
}
