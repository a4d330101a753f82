using BorrowingWorkflow.Engine;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>A message is taken once.</summary>
internal static class MessageCases
{
    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-16", "RequestSave.Key", "A message that comes again is a conflict, and its first verdict stays", KeptOnce),
        new("STORE-17", "MessageKey", "The same message id of another sender, or about another request, is another message", KeysDoNotCollide),
        new("STORE-18", "RequestSave.Effects", "An effect's id that is taken is a conflict, and nothing of the save is stored", EffectIdTaken),
    ];

    private static async Task KeptOnce(StoreTrial trial)
    {
        var first = Save(ARequest("R-1"), "same", Verdict.Refused);
        await trial.Store.SaveAsync(first);
        await trial.Store.SaveAsync(Save(first.Request.Next(), "other"));
        var current = first.Request.Next().Next(request => request.Assignee = "again");

        await RevisionCases.IsConflict(trial.Store, Save(current, "same") with { Effects = [AnEffect("R-1/late", "R-1")] }, "a message that came before");

        var verdict = (await trial.Store.LoadAsync("R-1", first.Key)).FirstVerdict;
        Check.EqualText(StoreImage.Of(first.Event), StoreImage.Of(verdict), "the first verdict, after the message came again");
    }

    private static async Task KeysDoNotCollide(StoreTrial trial)
    {
        var first = ARequest("R-1");
        (string Sender, string Message)[] keys = [("a", "m"), ("b", "m"), ("a", "n"), ("am", ""), ("", "am"), ("a:b", "c"), ("a", "b:c")];
        for (var i = 0; i < keys.Length; i++)
        {
            await trial.Store.SaveAsync(Save(first, keys[i].Message) with { Key = new("R-1", keys[i].Sender, keys[i].Message) });
            first = first.Next();
        }

        await trial.Store.SaveAsync(Save(ARequest("R-2"), "m") with { Key = new("R-2", "a", "m") });
        for (var i = 0; i < keys.Length; i++)
        {
            var verdict = (await trial.Store.LoadAsync("R-1", new("R-1", keys[i].Sender, keys[i].Message))).FirstVerdict;
            Check.Equal((int?)(i + 1), verdict?.Revision, $"the revision of the verdict under {keys[i]}");
        }

        Check.That((await trial.Store.LoadAsync("R-2", new("R-2", "b", "m"))).FirstVerdict is null, "a message about another request is found.");
        Check.Equal("R-2", (await trial.Store.LoadAsync("R-2", new("R-2", "a", "m"))).FirstVerdict?.Request.Value, "the request of the other request's verdict");
    }

    private static async Task EffectIdTaken(StoreTrial trial)
    {
        await trial.Store.SaveAsync(Save(ARequest("R-1")) with { Effects = [AnEffect("queued", "R-1"), AnEffect("settled", "R-1")] });
        await trial.Store.SettleAsync(new("settled", Storage.EffectOutcome.Done, Noon));

        foreach (var id in (string[])["queued", "settled"])
        {
            await RevisionCases.IsConflict(trial.Store, Save(ARequest("R-2")) with { Effects = [AnEffect("new", "R-2"), AnEffect(id, "R-2")] }, $"a save with the id of an effect that is {id}");
        }
    }
}
