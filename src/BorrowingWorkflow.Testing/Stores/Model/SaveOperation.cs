using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>A save, right or wrong.</summary>
internal abstract record SaveOperation : StoreOperation
{
    private const string Saved = "saved";

    private static readonly string[] Senders = ["staff", "patron", "system", "partner:B"];

    /// <summary>What the snapshot, the event and the effects look like.</summary>
    public int Content { get; init; }

    /// <summary>How many effects go into the outbox.</summary>
    public int Effects { get; init; }

    protected static MessageKey NewKey(RequestId id, KnownRequest? known, int number)
    {
        // Two senders may use the same message id.
        var sender = Senders[number % Senders.Length];
        return new(id, sender, $"m{(known?.Keys.Count(key => key.Sender == sender) ?? 0) + 1}");
    }

    protected RequestSave Save(ModelWorld world, BorrowingRequest? before, int revision, MessageKey key, Verdict verdict = Verdict.Applied)
    {
        var contents = new RandomContents(world, Content);
        var request = contents.Request(before, key.Request, revision, verdict);
        return new()
        {
            Request = request,
            Expected = revision == 1 ? ExpectedVersion.New : ExpectedVersion.Exactly(revision - 1),
            Event = contents.Event(request, before, key, verdict),
            Key = key,
            Effects = contents.Effects(request, Effects),
        };
    }

    protected static StoreCall Call(ModelWorld world, RequestSave save)
    {
        var actual = world.Requests.FirstOrDefault(known => known.Id == save.Request.Id)?.Snapshot.Revision ?? 0;
        return new(Describe(save), async (store, cancellationToken) =>
        {
            var outcome = Saved;
            try
            {
                await store.SaveAsync(save, cancellationToken).ConfigureAwait(false);
            }
            catch (ConcurrencyConflictException conflict)
            {
                outcome = Conflict(save, conflict, actual);
            }

            return [outcome, .. Answers.Of(await store.LoadAsync(save.Request.Id, save.Key, cancellationToken).ConfigureAwait(false))];
        })
        {
            Then = answer =>
            {
                if (answer[0] == Saved)
                {
                    world.Saved(save);
                }
            },
        };
    }

    private static string Conflict(RequestSave save, ConcurrencyConflictException conflict, int actual) =>
        conflict.Request != save.Request.Id || conflict.Expected != save.Expected
            ? $"a conflict that names {conflict.Request} and {conflict.Expected}"
            : conflict.Actual is { } said && said != actual
                ? $"a conflict that says the store has revision {said}"
                : "a conflict";

    private static string Describe(RequestSave save)
    {
        List<string> parts = [$"save {save.Request.Id} as revision {save.Request.Revision} ({save.Event.Verdict}, {save.Key.Sender} {save.Key.MessageId})"];
        Add("queues", save.Effects.Select(effect => effect.ToString()));
        Add("withdraws", save.Withdrawn);
        Add("settles", save.Settled.Select(settled => $"{settled.Effect} {settled.Outcome}"));
        if (save.EffectsAreDone)
        {
            parts.Add("its effects are done");
        }

        if (save.ErasesPatronData)
        {
            parts.Add("erases patron data");
        }

        return string.Join("; ", parts);

        void Add(string verb, IEnumerable<string> what)
        {
            if (string.Join(", ", what) is { Length: > 0 } list)
            {
                parts.Add($"{verb} {list}");
            }
        }
    }
}

/// <summary>The first save of a new request.</summary>
internal sealed record Create : SaveOperation
{
    public override StoreCall In(ModelWorld world) => Call(world, Save(world, null, 1, NewKey(world.NextId, null, Content)));
}

/// <summary>The next save of a request, with everything that one can hold.</summary>
internal sealed record SaveNext(int Request, Verdict Verdict) : SaveOperation
{
    /// <summary>How many of the request's sends are withdrawn, the newest first.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Which of the request's effects is settled with it; null for none.</summary>
    public int? Settled { get; init; }

    public EffectOutcome Outcome { get; init; }

    public bool EffectsAreDone { get; init; }

    public bool Erases { get; init; }

    public override StoreCall? In(ModelWorld world)
    {
        if (world.Request(Request) is not { } known)
        {
            return null;
        }

        var save = Save(world, known.Snapshot, known.Snapshot.Revision + 1, NewKey(known.Id, known, Content), Verdict) with
        {
            Withdrawn = [.. known.Effects.Reverse().Where(effect => effect.IsSend).Take(Withdrawn).Select(effect => effect.Id)],
            EffectsAreDone = EffectsAreDone,
            ErasesPatronData = Erases,
        };
        if (Erases)
        {
            (save.Request.Patron, save.Request.Citation, save.Request.ExternalId, save.Request.Pickup) = (null, new(), null, null);
        }

        if (Settled is { } number && known.Effects.Count > 0)
        {
            save = save with { Settled = [Settle.Of(world, known.Effects[number % known.Effects.Count].Id, Outcome, Content)] };
        }

        return Call(world, save);
    }
}

/// <summary>A save that is based on a revision that the store has no longer, or has not yet.</summary>
internal sealed record SaveStale(int Request, int Revision) : SaveOperation
{
    public override StoreCall? In(ModelWorld world)
    {
        if (world.Request(Request) is not { } known)
        {
            return null;
        }

        var current = known.Snapshot.Revision;
        var basis = Revision % (current + 1);
        return Call(world, Save(world, known.Snapshot, (basis == current ? current + 1 : basis) + 1, NewKey(known.Id, known, Content)));
    }
}

/// <summary>A save that is based on a revision of a request that does not exist.</summary>
internal sealed record SaveOfNothing : SaveOperation
{
    public override StoreCall In(ModelWorld world)
    {
        RequestId id = "never made";
        return Call(world, Save(world, null, 2, NewKey(id, null, Content)));
    }
}

/// <summary>A message that is there already.</summary>
internal sealed record SaveAgain(int Request, int Key) : SaveOperation
{
    public override StoreCall? In(ModelWorld world) => world.Request(Request) is { } known
        ? Call(world, Save(world, known.Snapshot, known.Snapshot.Revision + 1, known.Keys[Key % known.Keys.Count]))
        : null;
}
