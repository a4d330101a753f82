using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Takes effects to be carried out.</summary>
internal sealed record LeaseEffects(int Limit, int Minutes) : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        var now = world.Now;
        return new($"lease effects, {Limit} at most, for {Minutes} min", async (store, cancellationToken) =>
            Answers.Of(await store.LeaseAsync(now, Limit, TimeSpan.FromMinutes(Minutes), cancellationToken).ConfigureAwait(false)));
    }
}

/// <summary>Tells what became of an effect that waits, leased or not; at times of one that is settled, or of none.</summary>
internal sealed record Settle(int Effect, EffectOutcome Outcome) : StoreOperation
{
    public static EffectSettlement Of(ModelWorld world, string effect, EffectOutcome outcome, int number) => new(effect, outcome, world.Moment())
    {
        RetryAt = outcome == EffectOutcome.Retry && number % 3 > 0 ? world.Moment(number % 50) : null,
        Attempt = number % 4 == 0 ? 1 + (number % 3) : null,
    };

    public override StoreCall In(ModelWorld world)
    {
        List<string> effects = Effect % 5 > 0
            ? [.. world.Requests.SelectMany(known => known.Waiting)]
            : [.. world.Requests.SelectMany(known => known.Effects).Select(effect => effect.Id)];
        var settlement = Of(world, effects.Count > 0 ? effects[Effect % effects.Count] : "nobody's", Outcome, Effect);
        return new($"settle {settlement.Effect}: {Outcome}{(settlement.Attempt is { } attempt ? $" of attempt {attempt}" : "")}", async (store, cancellationToken) =>
        {
            await store.SettleAsync(settlement, cancellationToken).ConfigureAwait(false);
            return [];
        })
        {
            Then = _ => world.Settled(settlement),
        };
    }
}

/// <summary>Takes requests whose deadline is due.</summary>
internal sealed record LeaseDeadlines(int Limit, int Minutes) : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        var now = world.Now;
        return new($"lease deadlines, {Limit} at most, for {Minutes} min", async (store, cancellationToken) =>
            [.. (await store.LeaseDueAsync(now, Limit, TimeSpan.FromMinutes(Minutes), cancellationToken).ConfigureAwait(false)).Select(id => id.Value)]);
    }
}

/// <summary>Lets time pass: leases run out, effects and deadlines fall due.</summary>
internal sealed record PassTime(int Minutes) : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        world.Pass(Minutes);
        return new($"{Minutes} min pass", static (_, _) => Task.FromResult<IReadOnlyList<string>>([]));
    }
}

/// <summary>Streams what is not settled. The order is the store's own.</summary>
internal sealed record Pending : StoreOperation
{
    public override StoreCall In(ModelWorld world) => new("read what is pending", async (store, cancellationToken) =>
        Answers.InOrder(await store.PendingAsync(cancellationToken).ToList().ConfigureAwait(false), Answers.Of));
}

/// <summary>Counts effects by name.</summary>
internal sealed record Count : StoreOperation
{
    public override StoreCall In(ModelWorld world) => new("count effects", async (store, cancellationToken) =>
        Answers.InOrder(await store.CountAsync(cancellationToken).ConfigureAwait(false), count => $"{count.Key} {count.Value}"));
}

/// <summary>Asks what waits.</summary>
internal sealed record AskBacklog : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        var now = world.Now;
        return new("ask for the backlog", async (store, cancellationToken) =>
            [Answers.Of(await store.BacklogAsync(now, cancellationToken).ConfigureAwait(false))]);
    }
}
