using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>
/// All of a save or nothing. Where the harness can break a save off, it is broken off at every point; elsewhere and besides, one of its
/// last parts is a conflict.
/// </summary>
internal static class AtomicityCases
{
    private const string Clause = "IRequestStore.SaveAsync";

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-19", Clause, "A new request whose save fails leaves nothing, and can be saved afterwards", trial => ProveAsync(trial, Create)),
        new("STORE-20", Clause, "A later save that fails leaves everything as it was, and can be repeated", trial => ProveAsync(trial, Update)),
        new("STORE-21", Clause, "A purge that fails erases nothing, and can be repeated", trial => ProveAsync(trial, Erase)),
        new("STORE-22", "StoreHarness.FaultPoints", "Every fault point is one at which a save fails; without the capability there is none", EveryPointFails),
    ];

    private static async Task ProveAsync(StoreTrial trial, Func<string, RequestSave> make)
    {
        await trial.Store.SaveAsync(Save(ARequest("other")) with { Effects = [AnEffect("taken", "other")] });
        await ConflictsLeaveNothing(trial.Store, make);
        foreach (var (point, i) in trial.Harness.FaultPoints.Select((point, i) => (point, i)))
        {
            var id = $"R-{i}";
            await PrepareAsync(trial.Store, id);
            var before = await StoreImage.OfAsync(trial.Store);
            if (await FailsAsync(trial, point, make(id)))
            {
                Check.EqualText(before, await StoreImage.OfAsync(trial.Store), $"the store after a save that failed at \"{point}\"");
                var store = trial.IsDurable ? await trial.RestartAsync() : trial.Store;
                Check.EqualText(before, await StoreImage.OfAsync(store), $"the reopened store after a save that failed at \"{point}\"");
                await store.SaveAsync(make(id));
            }

            await IsWhole(trial.Store, make(id), $"the save that \"{point}\" did not stop");
        }
    }

    private static async Task ConflictsLeaveNothing(IWorkflowStore store, Func<string, RequestSave> make)
    {
        await PrepareAsync(store, "C");
        await store.LeaseAsync(Noon.AddYears(1), 100, Minute);
        await store.SettleAsync(new("C-send", EffectOutcome.Retry, Noon) { RetryAt = Noon.AddYears(2) });
        var save = make("C");
        await RevisionCases.IsConflict(store, save with { Effects = [.. save.Effects, AnEffect("taken", save.Request.Id)] }, "a save whose last effect has an id that is taken");
        await RevisionCases.IsConflict(store, save with { Withdrawn = [.. save.Withdrawn, "C-under-way"] }, "a save whose last withdrawn send is under way");
        await store.SaveAsync(save);
        await IsWhole(store, save, "the save without its conflict");
    }

    private static async Task EveryPointFails(StoreTrial trial)
    {
        var points = trial.Harness.FaultPoints;
        Check.Equal(trial.Harness.Capabilities.HasFlag(StoreCapabilities.Faults), points.Count > 0, "whether the harness of these capabilities has fault points");
        foreach (var point in points)
        {
            var failures = 0;
            foreach (var (kind, make) in ((string, Func<string, RequestSave>)[])[("create", Create), ("update", Update), ("purge", Erase)])
            {
                await PrepareAsync(trial.Store, $"{point}-{kind}");
                failures += await FailsAsync(trial, point, make($"{point}-{kind}")) ? 1 : 0;
            }

            Check.That(failures > 0, $"no save fails at \"{point}\".");
        }
    }

    private static async Task<bool> FailsAsync(StoreTrial trial, string point, RequestSave save)
    {
        await trial.Harness.BreakAsync(point);
        try
        {
            await trial.Store.SaveAsync(save);
            return false;
        }
        catch (Exception) when (!trial.IsCancelled)
        {
            return true;
        }
        finally
        {
            await trial.Harness.RepairAsync();
        }
    }

    /// <summary>A request with everything that a later save may touch.</summary>
    private static async Task PrepareAsync(IWorkflowStore store, string id) => await store.SaveAsync(Save(ARequest(id)) with
    {
        Effects =
        [
            AnEffect($"{id}-send", id, EffectKind.SendRequest), AnEffect($"{id}-under-way", id, EffectKind.SendRequest),
            AnEffect($"{id}-told", id) with { Text = "Dear patron" },
        ],
    });

    private static RequestSave Create(string id) => Save(ARequest($"{id}-new", with: Full)) with
    {
        Effects = [AnEffect($"{id}-1", $"{id}-new", EffectKind.SendRequest), AnEffect($"{id}-2", $"{id}-new")],
        Settled = [new($"{id}-told", EffectOutcome.Done, Noon)],
    };

    private static RequestSave Update(string id) => Touching(id, Save(ARequest(id).Next(Full)));

    private static RequestSave Erase(string id) => Touching(id, Purge(ARequest(id)));

    private static RequestSave Touching(string id, RequestSave save) => save with
    {
        Effects = [AnEffect($"{id}-1", id, EffectKind.SendRequest), AnEffect($"{id}-2", id)],
        Withdrawn = [$"{id}-send"],
        Settled = [new($"{id}-told", EffectOutcome.Done, Noon)],
    };

    private static void Full(BorrowingRequest request)
    {
        (request.Assignee, request.ExternalId, request.Pickup, request.PatronDueDate) = ("ann", "ext", "desk", Noon.AddDays(9));
        request.Deadlines = [new(DeadlineKind.DueDate, Noon.AddDays(9))];
        request.Notes = [new("n", "text", Noon)];
        request.Traits |= RequestTraits.ActiveNote;
    }

    private static async Task IsWhole(IWorkflowStore store, RequestSave save, string what)
    {
        var loaded = await store.LoadAsync(save.Request.Id, save.Key);
        Check.EqualText(StoreImage.Of(save.Request), StoreImage.Of(loaded.Request), $"the request of {what}");
        Check.EqualText(StoreImage.Of(save.Event), StoreImage.Of(loaded.FirstVerdict), $"the verdict of {what}");
        Check.Same(save.Request.Patron is null ? [] : [save.Request.Id.Value], await store.Ids(new() { Patron = "patron-" + save.Request.Id }), $"what is found by the patron of {what}");
        Check.That(loaded.OpenSends.Any(send => send.Effect == save.Effects[0].Id), $"the send of {what} is not in the outbox.");
        Check.That(loaded.OpenSends.All(send => !save.Withdrawn.Contains(send.Effect)), $"the withdrawn send of {what} is still in the outbox.");
        var waiting = (await store.PendingAsync().ToList()).Count(effect => effect.Request == save.Request.Id && effect.Kind == EffectKind.NotifyPatron);
        Check.Equal(1, waiting, $"the notices of the request of {what} that wait");
    }
}
