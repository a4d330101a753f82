using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Text is kept and compared character by character.</summary>
internal static class TextCases
{
    private static readonly string[] Texts =
    [
        "Ünïcødé", "a\u0000b", "👩🏽‍🚀 👍", "שלום \u200fالعربية\u200e", "e\u0301", "\u00e9", "one\u2028two\u2029three\u0085four\r\nfive\tsix", "𐍈", "\uff21", "\ufeffmark",
        " spaces  ", "\"'`<>&\\/%_*?[]{};--", "I ı İ i ß ẞ ss", "漢字 かな 한글", "\u0001\u001f\u007f", "a", "A", "a ",
    ];

    // A request's id has no control characters and no white space at its ends.
    private static readonly string[] Ids = ["r", "R", "é", "e\u0301", "ß", "ss", "ſs", "𐍈", "\uff21", "R 1", "R%", "R_", "R'", "R\"", "r\u200d", "漢", "ı", "i", "-1", "01", "1"];

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-08", "IRequestReader.ListAsync", "Text of every script comes back as it was, and is found by it and by nothing else", OfEveryScript),
        new("STORE-09", "MessageKey", "Ids and keys that differ by case, accent, form or a space are different", DifferentIds),
        new("STORE-10", "Effect.Id", "Effects whose ids differ by case, accent, form or a space are different", DifferentEffects),
        new("STORE-11", "IDeskLog", "Text of every script comes back from the desk's log", OfTheDesk),
    ];

    private static async Task OfEveryScript(StoreTrial trial)
    {
        var store = trial.Store;
        List<BorrowingRequest> requests = [.. Texts.Select((text, i) => ARequest($"R-{i:00}", with: request =>
        {
            (request.Library, request.Assignee, request.Patron, request.Pickup, request.ExternalId) = (text, text, new(text), text, text);
            request.Citation = new() { Title = text, Author = text, Isbn = text, Issn = text, Oclc = text, Doi = text };
            request.Rota = [new(text) { State = EntryState.Active, Reason = text }];
            request.ActiveEntry = 0;
            request.Notes = [new("n", text, Noon, text)];
            request.Messages = [new("g", text, text, Noon)];
        }))];
        await store.SaveAllAsync(requests.Select((request, i) => Save(request) with { Effects = [AnEffect($"e{i}", request.Id) with { Detail = Texts[i], Text = Texts[i] }] }));

        for (var i = 0; i < Texts.Length; i++)
        {
            var (text, id, shown) = (Texts[i], requests[i].Id, Show(Texts[i]));
            Check.EqualText(StoreImage.Of(requests[i]), StoreImage.Of(await store.FindAsync(id)), $"the request with {shown}");
            foreach (var query in (RequestQuery[])[new() { Library = text }, new() { Assignee = text }, new() { Partner = text }, new() { Patron = text }, new() { Pickup = text }])
            {
                var page = await store.ListAsync(query, 10);
                Check.Same([RequestSummary.Of(requests[i])], page.Requests, $"what is found by {shown}");
            }
        }

        var names = Texts.Select(text => $"NotifyPatron({text})").Order(StringComparer.Ordinal);
        Check.Same(names, (await store.CountAsync()).Keys.Order(StringComparer.Ordinal), "the names that effects are counted by");
        Check.Same(Texts.Order(StringComparer.Ordinal), (await store.PendingAsync().ToList()).Select(effect => effect.Detail!).Order(StringComparer.Ordinal), "the details of the effects that wait");
    }

    private static async Task DifferentIds(StoreTrial trial)
    {
        var store = trial.Store;
        foreach (var id in Ids)
        {
            var save = Save(ARequest(id), "é");
            await store.SaveAsync(save with { Key = new(id, "Sender", "é") });
        }

        foreach (var id in Ids)
        {
            Check.EqualText(id, (await store.FindAsync(id))?.Id.Value, "the id of the request that is found");
            Check.That((await store.LoadAsync(id, new(id, "Sender", "é"))).FirstVerdict is not null, $"the verdict of request {Show(id)} is not found under its key.");
            foreach (var (sender, message) in ((string, string)[])[("Sender", "e\u0301"), ("Sender", "É"), ("Sender", "é "), ("Sender", "e"), ("sender", "é"), ("Sender ", "é")])
            {
                var loaded = await store.LoadAsync(id, new(id, sender, message));
                Check.That(loaded.FirstVerdict is null, $"a verdict under the key (Sender, é) is found under ({Show(sender)}, {Show(message)}).");
            }
        }
    }

    private static async Task DifferentEffects(StoreTrial trial)
    {
        string[] ids = ["e", "E", "e ", " e", "é", "e\u0301", "e\u0000", "ß", "ss"];
        await trial.Store.SaveAsync(Save(ARequest("R-1")) with { Effects = [.. ids.Select(id => AnEffect(id, "R-1"))] });
        await trial.Store.SettleAsync(new("e", EffectOutcome.Done, Noon));

        var leased = await trial.Store.LeaseAsync(Noon, 100, Minute);
        Check.Same(ids.Skip(1), leased.Select(one => one.Effect.Id), "the effects that are left when \"e\" is settled");
    }

    private static async Task OfTheDesk(StoreTrial trial)
    {
        var store = trial.Store;
        List<CheckRun> runs = [.. Texts.Select((text, i) => new CheckRun(text, Noon.AddTicks(i), text, text))];
        List<AnomalyDismissal> dismissals = [.. Texts.Select((text, i) => new AnomalyDismissal(text, text, Noon.AddTicks(i + 1), text, text, Noon.AddTicks(-i)))];
        foreach (var (run, dismissal) in runs.Zip(dismissals))
        {
            await store.RecordAsync(run);
            await store.DismissAsync(dismissal);
        }

        Check.Same(runs, (await store.LatestRunsAsync()).OrderBy(run => run.At), "the runs");
        Check.Same(dismissals, (await store.DismissalsAsync(Noon)).OrderBy(dismissal => dismissal.Until), "the dismissals");
    }

    private static string Show(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
