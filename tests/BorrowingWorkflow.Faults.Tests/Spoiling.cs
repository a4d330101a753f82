using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Checking;
using BorrowingWorkflow.Faults.Wire;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Tests;

/// <summary>A way to spoil the evidence of a run in which every promise was kept, and the promise that is broken then.</summary>
/// <param name="Name">What is spoiled.</param>
/// <param name="Promise">The promise whose breach has to be found.</param>
/// <param name="Spoil">Spoils it; gives back what the finding is about too.</param>
internal sealed record Spoiling(string Name, string Promise, Func<Evidence, (Evidence Spoiled, string About)> Spoil)
{
    public static IReadOnlyList<Spoiling> All { get; } =
    [
        new("an acknowledged input is lost", Promises.AcknowledgedIsKept, whole =>
        {
            var key = whole.Acknowledged[^1].Key;
            return (whole with { ReadBack = whole.ReadBack.ToDictionary(pair => pair.Key, pair => pair.Key == key ? null : pair.Value) }, $"{key}");
        }),
        new("an acknowledgement had another verdict", Promises.AcknowledgedIsKept, whole =>
        {
            var last = whole.Acknowledged[^1];
            var other = last.Verdict == Verdict.Applied ? Verdict.Refused : Verdict.Applied;
            return (whole with { Acknowledged = [.. whole.Acknowledged.SkipLast(1), last with { Verdict = other }] }, $"{last.Key}");
        }),
        new("the last event is missing", Promises.RequestAndHistoryAreOne, whole =>
            (whole with { Events = [.. whole.Events.SkipLast(1)] }, $"{whole.Events[^1].Request}")),
        new("a history has a gap", Promises.RequestAndHistoryAreOne, whole =>
        {
            var second = whole.Events.First(row => row.Revision == 2);
            return (whole with { Events = [.. whole.Events.Where(row => row != second)] }, $"{second.Request}");
        }),
        new("an event is there twice", Promises.NothingTwice, whole =>
            (whole with { Events = [.. whole.Events, whole.Events[^1]] }, $"{InputChecks.KeyOf(whole.Events[^1])}")),
        new("an event was never given", Promises.NothingInvented, whole =>
        {
            var given = whole.Events.First(row => whole.Issued.Contains(InputChecks.KeyOf(row)));
            return (whole with { Issued = whole.Issued.Where(key => key != InputChecks.KeyOf(given)).ToHashSet() }, $"{InputChecks.KeyOf(given)}");
        }),
        new("an event has another verdict", Promises.HistoryFollows, whole =>
        {
            var second = whole.Events.First(row => row.Revision == 2);
            var other = second.Verdict == Verdict.OutOfSequence ? Verdict.Applied : Verdict.OutOfSequence;
            return (whole with { Events = [.. whole.Events.Select(row => row == second ? row with { Verdict = other } : row)] }, $"{second.Request}");
        }),
        new("a request is another than its history tells", Promises.RequestFollows, whole =>
        {
            var id = whole.Requests.Keys.First();
            return (Edited(whole, id, request => request["library"] = "CSUN"), $"{id}");
        }),
        new("a request can't be searched for", Promises.TablesAgree, whole =>
        {
            var id = whole.Requests.Keys.First();
            return (whole with { Searchable = whole.Searchable.Where(one => one != id).ToHashSet() }, $"{id}");
        }),
        new("an effect is missing", Promises.EffectsOnce, whole =>
            (whole with { Outbox = [.. whole.Outbox.Skip(1)] }, $"{whole.Outbox[0].Effect}")),
        new("an effect is there twice", Promises.EffectsOnce, whole =>
            (whole with { Outbox = [.. whole.Outbox, whole.Outbox[0]] }, $"{whole.Outbox[0].Effect}")),
        new("an effect has no event", Promises.EffectHasEvent, whole =>
        {
            var nobodys = whole.Outbox[0].Effect with { Id = "nobody's" };
            return (whole with { Outbox = [.. whole.Outbox, whole.Outbox[0] with { Effect = nobodys }] }, $"{nobodys}");
        }),
        new("an effect is another than its event asks for", Promises.EffectIsAsAsked, whole =>
        {
            var other = whole.Outbox[0].Effect with { Text = "another" };
            return (whole with { Outbox = [whole.Outbox[0] with { Effect = other }, .. whole.Outbox.Skip(1)] }, $"{other}");
        }),
        new("an effect still waits", Promises.EffectsAreSettled, whole =>
            (whole with { Outbox = [whole.Outbox[0] with { Outcome = null }, .. whole.Outbox.Skip(1)] }, $"{whole.Outbox[0].Effect}")),
        GivenUp("a locate that answered is given up", row => row is { Outcome: EffectOutcome.Done, Effect.Kind: EffectKind.StartLocate }),
        GivenUp("a notice is given up", row => row is { Outcome: EffectOutcome.Done, Effect.Kind: EffectKind.NotifyPatron }),
        GivenUp("a send that was confirmed is given up", row => row is { Outcome: EffectOutcome.Done, Effect.Kind: EffectKind.SendRequest }),
        new("nothing was delivered", Promises.DoneHasArrived, whole =>
            (whole with { Arrivals = [] }, $"{whole.Outbox.First(row => row is { Outcome: EffectOutcome.Done, Effect.Kind: EffectKind.NotifyPatron }).Effect}")),
        new("a single delivery is missing", Promises.DoneHasArrived, whole =>
        {
            var notice = whole.Outbox.First(row => row is { Outcome: EffectOutcome.Done, Effect.Kind: EffectKind.NotifyPatron }).Effect;
            return (whole with { Arrivals = [.. whole.Arrivals.Where(arrival => arrival.Effect.Id != notice.Id)] }, $"{notice}");
        }),
        new("something arrived that was not saved", Promises.ArrivalIsSaved, whole =>
        {
            var unknown = whole.Arrivals[0].Effect with { Id = "unknown" };
            return (whole with { Arrivals = [.. whole.Arrivals, whole.Arrivals[0] with { Effect = unknown }] }, $"{unknown}");
        }),
        new("a lender that has the request was passed over without a word", Promises.OneHolder, whole =>
        {
            var (id, entry) = whole.Arrivals.Where(arrival => arrival.Port == Port.Request && whole.Requests[arrival.Effect.Request].ActiveEntry is null)
                .Select(arrival => (arrival.Effect.Request, arrival.Effect.Entry!.Value)).First();
            var spoiled = Edited(whole, id, request => request["rota"]![entry]!.AsObject().Remove("isConfirmed"));
            return (spoiled with { Outbox = [.. whole.Outbox.Where(row => row.Effect.Kind is not (EffectKind.SendCancel or EffectKind.TellPartner))] }, $"{id}");
        }),
        new("a deadline that was due is left", Promises.DeadlinesFire, whole =>
        {
            var id = whole.Requests.Keys.First();
            var due = new JsonObject { ["kind"] = $"{DeadlineKind.HoldExpiry}", ["at"] = whole.SettledAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) };
            return (Edited(whole, id, request => request["deadlines"] = new JsonArray(due)), $"{id}");
        }),
        new("the database is damaged", Promises.NothingElseBreaks, whole => (whole with { Damage = ["torn"] }, "the run")),
    ];

    public override string ToString() => Name;

    /// <summary>The evidence with one of the requests stored otherwise.</summary>
    private static Evidence Edited(Evidence whole, RequestId id, Action<JsonNode> edit)
    {
        var json = JsonNode.Parse(BorrowingRequestJson.Serialize(whole.Requests[id]))!;
        edit(json);
        var other = BorrowingRequestJson.DeserializeRequest(Encoding.UTF8.GetBytes(json.ToJsonString()));
        return whole with { Requests = whole.Requests.ToDictionary(pair => pair.Key, pair => pair.Key == id ? other : pair.Value) };
    }

    private static Spoiling GivenUp(string name, Func<OutboxRow, bool> which) => new(name, Promises.OutcomeIsTold, whole =>
    {
        var row = whole.Outbox.First(which);
        return (whole with { Outbox = [.. whole.Outbox.Select(one => one == row ? row with { Outcome = EffectOutcome.Failed } : one)] }, $"{row.Effect}");
    });
}
