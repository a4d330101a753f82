using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Looks a request up, or one that is not there.</summary>
internal sealed record Find(int Request) : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        var id = world.Request(Request)?.Id ?? "never made";
        return new($"find {id}", async (store, cancellationToken) =>
            [Answers.Of(await store.FindAsync(id, cancellationToken).ConfigureAwait(false))]);
    }
}

/// <summary>Reads a request's history.</summary>
internal sealed record ReadHistory(int Request) : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        var id = world.Request(Request)?.Id ?? "never made";
        return new($"read the history of {id}", async (store, cancellationToken) =>
            [.. (await store.HistoryAsync(id, cancellationToken).ConfigureAwait(false)).Select(Answers.Of)]);
    }
}

/// <summary>Reads what a decision needs: under a key that the request has or, past those, under one that it has not.</summary>
internal sealed record Load(int Request, int Key) : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        var known = world.Request(Request);
        var id = known?.Id ?? "never made";
        var key = known is not null && Key % (known.Keys.Count + 1) is var number && number < known.Keys.Count
            ? known.Keys[number]
            : new MessageKey(id, "partner:A", "m1");
        return new($"load {id} for {key.Sender} {key.MessageId}", async (store, cancellationToken) =>
            Answers.Of(await store.LoadAsync(id, key, cancellationToken).ConfigureAwait(false)));
    }
}

/// <summary>Reads a list, page after page.</summary>
internal sealed record ReadList(RequestQuery Query, int Limit) : StoreOperation
{
    public override StoreCall In(ModelWorld world) => new($"list, {Limit} a page, {Answers.Of(Query)}", async (store, cancellationToken) =>
    {
        List<string> lines = [];
        RequestPage page;
        string? after = null;
        do
        {
            page = await store.ListAsync(Query, Limit, after, cancellationToken).ConfigureAwait(false);
            lines.AddRange(page.Requests.Select(Answers.Of));
            lines.Add(page.Next is null ? "end of the list" : "end of the page");
            after = page.Next;
        }
        while (after is not null && page.Requests.Count > 0);
        return lines;
    });
}

/// <summary>Streams requests. The order is the store's own.</summary>
internal sealed record Scan(ScanScope Scope) : StoreOperation
{
    public override StoreCall In(ModelWorld world) => new($"scan, {Scope}", async (store, cancellationToken) => Answers.InOrder(
        await store.ScanAsync(Scope, cancellationToken).ToList().ConfigureAwait(false),
        one => $"{Answers.Of(one.Summary)} {(one.Request is null ? "without its snapshot" : Answers.Of(one.Request))}"));
}
