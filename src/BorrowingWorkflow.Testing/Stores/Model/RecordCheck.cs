using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Records that a check was worked.</summary>
internal sealed record RecordCheck(int Check, int Library) : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        var run = new CheckRun($"check-{Check % 3}", world.Moment(-(Check % 100)), "Jürgen", Library % 3 == 0 ? null : RandomContents.Library(Library));
        return new($"record {run.Check} for {run.Library ?? "all"}", async (store, cancellationToken) =>
        {
            await store.RecordAsync(run, cancellationToken).ConfigureAwait(false);
            return [];
        });
    }
}

/// <summary>Reads the latest runs.</summary>
internal sealed record ReadRuns : StoreOperation
{
    public override StoreCall In(ModelWorld world) => new("read the latest runs", async (store, cancellationToken) =>
        Answers.InOrder(await store.LatestRunsAsync(cancellationToken).ConfigureAwait(false), Answers.Of));
}

/// <summary>Hides a finding for a while.</summary>
internal sealed record Dismiss(int Detector, int Request, int Minutes) : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        var subject = world.Request(Request)?.Id.Value ?? "B";
        var dismissal = new AnomalyDismissal($"detector-{Detector % 2}", subject, world.Moment(Minutes), "Jürgen", $"for {Minutes} min 漢", world.Now);
        return new($"dismiss {dismissal.Detector} of {subject} for {Minutes} min", async (store, cancellationToken) =>
        {
            await store.DismissAsync(dismissal, cancellationToken).ConfigureAwait(false);
            return [];
        });
    }
}

/// <summary>Reads the dismissals that hold.</summary>
internal sealed record ReadDismissals : StoreOperation
{
    public override StoreCall In(ModelWorld world)
    {
        // A tick on, so that none ends just then.
        var now = world.Moment();
        return new("read the dismissals", async (store, cancellationToken) =>
            Answers.InOrder(await store.DismissalsAsync(now, cancellationToken).ConfigureAwait(false), Answers.Of));
    }
}
