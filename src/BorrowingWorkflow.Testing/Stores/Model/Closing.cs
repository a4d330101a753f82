using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>The comparison at the end of a run: everything that a store can be asked, then all that waits.</summary>
internal static class Closing
{
    private const int More = 1000;

    public static IEnumerable<StoreOperation> Of(ModelWorld world, int views) =>
        Enumerable.Range(0, views).SelectMany(view => Readings(world).Select(reading => reading with { View = view })).Concat(Queues());

    private static IEnumerable<StoreOperation> Readings(ModelWorld world)
    {
        for (var request = 0; request < world.Requests.Count; request++)
        {
            yield return new Find(request);
            yield return new ReadHistory(request);
            for (var key = 0; key <= world.Requests[request].Keys.Count; key++)
            {
                yield return new Load(request, key);
            }
        }

        foreach (var order in Enum.GetValues<RequestOrder>())
        {
            yield return new ReadList(new() { Order = order }, 5);
        }

        yield return new Scan(ScanScope.Watched);
        yield return new Scan(ScanScope.Everything);
        yield return new Pending();
        yield return new Count();
        yield return new AskBacklog();
        yield return new ReadRuns();
        yield return new ReadDismissals();
    }

    private static IEnumerable<StoreOperation> Queues()
    {
        yield return new LeaseEffects(More, 5);
        yield return new LeaseDeadlines(More, 5);
        // Past every lease and everything that was put off.
        yield return new PassTime(30 * 24 * 60);
        yield return new AskBacklog();
        yield return new LeaseEffects(More, 5) { View = 1 };
        yield return new LeaseDeadlines(More, 5) { View = 1 };
        yield return new Pending();
    }
}
