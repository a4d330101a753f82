using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>What was written is read as it was.</summary>
internal static class ReadingCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-01", "IRequestStore.LoadAsync", "A request that is not there is nothing, and no error", NotThere),
        new("STORE-02", "IRequestStore.SaveAsync", "Every member comes back to the tick and the letter, whichever way it is read", EveryMemberComesBack),
        new("STORE-03", "IRequestStore.SaveAsync", "A later save leaves nothing of the snapshot that it replaces", NothingRemains),
        new("STORE-04", "IRequestStore.SaveAsync", "What is empty stays empty, and what is not there stays so", EmptyStaysEmpty),
        new("STORE-05", "IRequestStore.SaveAsync", "Moments keep every tick, from the first to the last that there is", Moments),
        new("STORE-06", "IRequestReader.HistoryAsync", "The history is in order, and each message finds its own verdict", History),
        new("STORE-07", "IRequestStore.LoadAsync", "A load shows one moment: the request, its verdict and its sends belong together", OneMoment),
    ];

    private static async Task NotThere(StoreTrial trial)
    {
        var loaded = await trial.Store.LoadAsync("R-1", Key("R-1"));

        Check.That(loaded.Request is null && loaded.FirstVerdict is null && loaded.OpenSends.Count == 0, $"a request that is not there loads as {loaded}.");
        Check.That(await trial.Store.FindAsync("R-1") is null, "a request that is not there is found.");
        Check.Equal(0, (await trial.Store.HistoryAsync("R-1")).Count, "events of a request that is not there");
    }

    private static async Task EveryMemberComesBack(StoreTrial trial)
    {
        var save = Save(EveryMember.OfARequest()) with { Event = EveryMember.OfAnEvent(), Effects = [EveryMember.OfAnEffect()] };
        await trial.Store.SaveAsync(save);
        await IsThere(trial.Store, save);

        var next = Save(save.Request.Next(request => (request.EnteredAt, request.Assignee) = (request.EnteredAt + Tick, "other")));
        await trial.Store.SaveAsync(next);
        await IsThere(trial.Store, next);

        var leased = await trial.Store.LeaseAsync(save.Effects[0].NotBefore, 10, Minute);
        Check.EqualText(StoreImage.Of(save.Effects[0]), string.Join('\n', leased.Select(one => StoreImage.Of(one.Effect))), "the effects that are leased");
        Check.EqualText(StoreImage.Of([save.Event, next.Event]), StoreImage.Of(await trial.Store.HistoryAsync(save.Request.Id)), "the history");
    }

    private static async Task NothingRemains(StoreTrial trial)
    {
        var full = Save(EveryMember.OfARequest());
        var bare = Save(new BorrowingRequest { Id = full.Request.Id, Version = 2, Revision = 2 });
        var again = Save(full.Request.Next(request => (request.Version, request.Revision) = (3, 3)));
        foreach (var save in (RequestSave[])[full, bare, again])
        {
            await trial.Store.SaveAsync(save);
            await IsThere(trial.Store, save);
        }
    }

    private static async Task EmptyStaysEmpty(StoreTrial trial)
    {
        RequestSave[] saves =
        [
            Save(new BorrowingRequest { Id = "nothing", Version = 1, Revision = 1 }, ""),
            Save(new BorrowingRequest { Id = "empty", Version = 1, Revision = 1, Pickup = "", ExternalId = "", Assignee = "", Patron = new(""), Citation = new() { Title = "" } }, " "),
        ];
        saves[0] = saves[0] with { Event = saves[0].Event with { Data = null } };
        saves[1] = saves[1] with { Event = saves[1].Event with { Data = new() { Text = "", Partners = [] }, Who = "", Reason = "", Clause = "" } };
        Effect[] effects = [new("e0", "nothing", EffectKind.AlertStaff), new("e1", "empty", EffectKind.AlertStaff) { Detail = "", Text = "", Partner = "" }];
        for (var i = 0; i < saves.Length; i++)
        {
            await trial.Store.SaveAsync(saves[i] with { Effects = [effects[i]] });
            await IsThere(trial.Store, saves[i]);
        }

        var leased = (await trial.Store.LeaseAsync(Noon, 10, Minute)).Select(one => one.Effect).OrderBy(effect => effect.Id, StringComparer.Ordinal);
        Check.EqualText(string.Join('\n', effects.Select(StoreImage.Of)), string.Join('\n', leased.Select(StoreImage.Of)), "the effects");
    }

    private static async Task Moments(StoreTrial trial)
    {
        DateTimeOffset[] moments = [DateTimeOffset.MinValue, DateTimeOffset.MinValue + Tick, Noon - Tick, Noon, Noon + Tick, DateTimeOffset.MaxValue - Tick, DateTimeOffset.MaxValue];
        foreach (var (moment, i) in moments.Select((moment, i) => (moment, i)))
        {
            var save = Save(ARequest($"R-{i}", with: request =>
            {
                (request.EnteredAt, request.CreatedAt, request.PatronDueDate, request.HoldExpiresAt) = (moment, moment, moment, moment);
                request.Deadlines = [new(DeadlineKind.DueDate, moment)];
                request.Notes = [new("n", "text", moment)];
                request.Messages = [new("g", "A", "text", moment)];
            }));
            save = save with { Event = save.Event with { At = moment } };
            await trial.Store.SaveAsync(save with { Effects = [AnEffect($"e{i}", save.Request.Id, at: moment)] });
            await IsThere(trial.Store, save);
        }

        Check.Same(moments, (await trial.Store.PendingAsync().ToList()).Select(effect => effect.At).Order(), "when the effects were decided");
        Check.Same(moments.Select((_, i) => $"R-{i}"), await trial.Store.Ids(new() { Order = RequestOrder.HoldExpiry }), "the list by hold expiry");
        Check.Same(["R-2"], await trial.Store.Ids(new() { EnteredAfter = DateTimeOffset.MinValue + Tick, EnteredBefore = Noon }), "the list of those between two moments");
    }

    private static async Task History(StoreTrial trial)
    {
        List<RequestSave> saves = [Save(ARequest("R-1"))];
        while (saves.Count < 12)
        {
            // What is only kept and flagged counts as a revision and not as a version.
            var kept = saves.Count % 2 == 0;
            saves.Add(Save(saves[^1].Request.Next(next => next.Version -= kept ? 1 : 0), verdict: kept ? Verdict.OutOfSequence : Verdict.Applied));
        }

        foreach (var save in saves)
        {
            await trial.Store.SaveAsync(save);
        }

        Check.EqualText(StoreImage.Of(saves.Select(save => save.Event)), StoreImage.Of(await trial.Store.HistoryAsync("R-1")), "the history");
        foreach (var save in saves)
        {
            var first = (await trial.Store.LoadAsync("R-1", save.Key)).FirstVerdict;
            Check.Equal((int?)save.Event.Revision, first?.Revision, $"the revision of {save.Key.MessageId}'s verdict");
        }
    }

    private static async Task OneMoment(StoreTrial trial)
    {
        var (store, last) = (trial.Store, 1);
        var request = ARequest("R-1");
        await store.SaveAsync(Save(request) with { Effects = [AnEffect("send-1", "R-1", EffectKind.SendRequest)] });
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                await BelongsTogether(store, Volatile.Read(ref last) + 1);
            }
        })).ToList();
        try
        {
            for (var revision = 2; revision <= 30; revision++)
            {
                request = request.Next();
                await store.SaveAsync(Save(request) with { Withdrawn = [$"send-{revision - 1}"], Effects = [AnEffect($"send-{revision}", "R-1", EffectKind.SendRequest)] });
                Volatile.Write(ref last, revision);
                await BelongsTogether(store, revision);
            }
        }
        finally
        {
            await done.CancelAsync();
        }

        await Task.WhenAll(readers);
    }

    private static async Task BelongsTogether(IWorkflowStore store, int revision)
    {
        var loaded = await store.LoadAsync("R-1", Key("R-1", $"m{revision}"));
        Check.Same([$"send-{loaded.Request?.Revision}"], loaded.OpenSends.Select(send => send.Effect), $"the open sends that are loaded with revision {loaded.Request?.Revision}");
        Check.Equal(loaded.Request?.Revision >= revision, loaded.FirstVerdict is not null, $"whether revision {loaded.Request?.Revision} is loaded with a verdict of revision {revision}");
    }

    private static async Task IsThere(IWorkflowStore store, RequestSave save)
    {
        var (id, wanted) = (save.Request.Id, StoreImage.Of(save.Request));
        var summary = RequestSummary.Of(save.Request);
        var loaded = await store.LoadAsync(id, save.Key);
        Check.EqualText(wanted, StoreImage.Of(loaded.Request), "the request that is loaded");
        Check.EqualText(StoreImage.Of(save.Event), StoreImage.Of(loaded.FirstVerdict), "the verdict under its key");
        Check.EqualText(wanted, StoreImage.Of(await store.FindAsync(id)), "the request that is found");
        Check.EqualText(StoreImage.Of(save.Event), StoreImage.Of((await store.HistoryAsync(id)).TakeLast(1)), "the last event of the history");
        Check.Equal(summary, (await store.ListAsync(new(), 100)).Requests.Single(one => one.Id == id), "the request in a list");
        var scanned = (await store.ScanAsync(ScanScope.Everything).ToList()).Single(one => one.Summary.Id == id);
        Check.Equal(summary, scanned.Summary, "the request in a scan");
        Check.EqualText(wanted, StoreImage.Of(scanned.Request), "the snapshot in a scan");
    }
}
