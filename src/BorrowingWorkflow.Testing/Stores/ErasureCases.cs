using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>A purge erases the patron and keeps the rest.</summary>
internal static class ErasureCases
{
    private const string Clause = "RequestSave.ErasesPatronData";

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-53", Clause, "A purge keeps what came when from whom, and nothing that it said", KeepsWhatCame),
        new("STORE-54", Clause, "A purge erases the texts of effects, waiting and settled, and nobody is found by the patron", TextsAndTerms),
        new("STORE-55", Clause, "A purge that loses erases nothing", ThatLoses),
        new("STORE-56", Clause, "A purge leaves other requests of the same patron as they are", LeavesOthers),
    ];

    private static async Task KeepsWhatCame(StoreTrial trial)
    {
        var store = trial.Store;
        var request = ARequest("R-1");
        List<RequestSave> saves = [];
        foreach (var (by, trigger) in ((Actor, Trigger)[])[(Actor.Patron, Trigger.AddNote), (Actor.Staff, Trigger.EditRequest), (Actor.Partner, Trigger.PartnerSetCondition)])
        {
            var save = Save(request);
            var said = save.Event with { By = by, Trigger = trigger, Who = "who", Partner = "B", Reason = "why", Clause = "IN-1", Records = ["title"], Permitted = [Trigger.Loan] };
            saves.Add(save with { Event = said });
            await store.SaveAsync(saves[^1]);
            request = request.Next();
        }

        var purge = Purge(saves[^1].Request);
        await store.SaveAsync(purge);

        List<HistoryEvent> expected = [.. saves.Select(save => SaveRules.WithoutPatronData(save.Event)), purge.Event];
        Check.EqualText(StoreImage.Of(expected), StoreImage.Of(await store.HistoryAsync("R-1")), "the history after a purge");
        foreach (var (save, left) in saves.Zip(expected))
        {
            var verdict = (await store.LoadAsync("R-1", save.Key)).FirstVerdict;
            Check.EqualText(StoreImage.Of(left), StoreImage.Of(verdict), $"the verdict of {save.Key.MessageId} after a purge");
        }
    }

    private static async Task TextsAndTerms(StoreTrial trial)
    {
        var store = trial.Store;
        var first = ARequest("R-1");
        await store.SaveAsync(Save(first) with
        {
            Effects = [AnEffect("waiting", "R-1") with { Text = "Dear patron" }, AnEffect("settled", "R-1") with { Text = "Dear patron" }, AnEffect("alert", "R-1", EffectKind.AlertStaff)],
        });
        await store.SettleAsync(new("settled", EffectOutcome.Done, Noon));

        await store.SaveAsync(Purge(first));

        Check.Same([], await store.Ids(new() { Patron = "patron-R-1" }), "what is found by the patron after a purge");
        var leased = await store.LeaseAsync(Noon, 10, Minute);
        Check.Same(["waiting", "alert"], OutboxCases.Ids(leased), "the effects that wait after a purge");
        Check.That(leased.All(one => one.Effect.Text is null), "the text of an effect is still there after a purge.");
        Check.EqualText(StoreImage.Of(AnEffect("waiting", "R-1")), StoreImage.Of(leased[0].Effect), "the effect without its text");
        Check.Same(["R-1"], await store.Ids(new() { Statuses = [BorrowingStatus.Deleted] }), "the tombstones");
    }

    private static async Task ThatLoses(StoreTrial trial)
    {
        var first = ARequest("R-1");
        await trial.Store.SaveAsync(Save(first) with { Effects = [AnEffect("e", "R-1") with { Text = "Dear patron" }] });
        await trial.Store.SaveAsync(Save(first.Next()));

        await RevisionCases.IsConflict(trial.Store, Purge(first, "purge"), "a purge on an old revision");

        var leased = await trial.Store.LeaseAsync(Noon, 10, Minute);
        Check.Same(["Dear patron"], leased.Select(one => one.Effect.Text!), "the text of an effect after a purge that lost");
    }

    private static async Task LeavesOthers(StoreTrial trial)
    {
        var store = trial.Store;
        var (purged, kept) = (ARequest("R-1", with: SamePatron), Save(ARequest("R-2", with: SamePatron)));
        await store.SaveAsync(Save(purged) with { Effects = [AnEffect("e1", "R-1") with { Text = "one" }] });
        await store.SaveAsync(kept with { Effects = [AnEffect("e2", "R-2") with { Text = "two" }] });

        await store.SaveAsync(Purge(purged));

        Check.Same(["R-2"], await store.Ids(new() { Patron = "p" }), "what is found by the patron of a purged request and of another");
        Check.EqualText(StoreImage.Of([kept.Event]), StoreImage.Of(await store.HistoryAsync("R-2")), "the history of another request");
        Check.Same([null, "two"], (await store.LeaseAsync(Noon, 10, Minute)).Select(one => one.Effect.Text), "the texts of the effects of both");

        static void SamePatron(BorrowingRequest request) => request.Patron = new("p");
    }
}
