using System.Diagnostics;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Sqlite;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>Lists of a large table in SQLite, narrowed and searched in ways that are likely to be slow: a page, and as many as a desk counts.</summary>
internal static class ListsBenchmark
{
    private const int Page = 51;
    private const int Counted = 10_001;
    private const int Rounds = 7;

    private static readonly StatusSet Closed = StatusGroups.Final;
    private static readonly StatusSet Open = StatusGroups.NotFinal;

    public static async Task RunAsync(int rows)
    {
        using var folder = new ScratchFolder();
        var file = folder.NewFile();
        await SqliteTable.WriteAsync(file, TableRows.Of(new(rows), DailyChecks.Now));
        await using var store = new SqliteWorkflowStore(file);
        await MeasureAsync(store, rows);
    }

    /// <summary>Prints the times of each query, and the slowest of all.</summary>
    public static async Task MeasureAsync(IWorkflowStore store, int rows)
    {
        List<(string Name, TimeSpan Time)> all = [];
        foreach (var (name, query) in Queries(rows))
        {
            var page = await TimeAsync(() => store.ListAsync(query, Page));
            var later = await store.ListAsync(query, 2000) is { Next: { } next } ? await TimeAsync(() => store.ListAsync(query, Page, next)) : TimeSpan.Zero;
            var count = await TimeAsync(() => store.ListAsync(query, Counted));
            var counted = (await store.ListAsync(query, Counted)).Requests.Count;
            all.AddRange([(name + ", a page", page), (name + ", a later page", later), (name + ", counted", count)]);
            Console.WriteLine($"{name,-60} page {page.TotalMilliseconds,7:0.0} ms, later {later.TotalMilliseconds,7:0.0} ms, {counted,5} counted {count.TotalMilliseconds,7:0.0} ms");
        }

        var slowest = all.MaxBy(one => one.Time);
        Measure.Print($"{all.Count} lists of {rows} requests", $"slowest {slowest.Time.TotalMilliseconds:0.0} ms: {slowest.Name}", "under 100 ms", slowest.Time.TotalMilliseconds < 100);
    }

    internal static IEnumerable<(string Name, RequestQuery Query)> Queries(int rows)
    {
        var (now, middle) = (DailyChecks.Now, rows / 2);
        foreach (var order in (RequestOrder[])[RequestOrder.LongestInStatus, RequestOrder.Newest])
        {
            yield return ($"everything, {order}", new() { Order = order });
            yield return ($"closed, {order}", new() { Statuses = Closed, Order = order });
            yield return ($"open, {order}", new() { Statuses = Open, Order = order });
            yield return ($"a library, {order}", new() { Library = "SDSU", Order = order });
            yield return ($"a library and a partner, {order}", new() { Library = "SDSU", Partner = "P39", Order = order });
            yield return ($"a partner and a pickup of a library, {order}", new() { Library = "SDSU", Pickup = "SDSU-3", Partner = "P01", Order = order });
        }

        yield return ("completed, of another library's pickup", new() { Statuses = [BorrowingStatus.RequestCompleted], Library = "CSUN", Pickup = "SDSU-3" });
        yield return ("closed, an assignee who has none at a partner", new() { Statuses = Closed, Assignee = "Ana", Partner = "P00" });
        yield return ("closed, an assignee", new() { Statuses = Closed, Assignee = "Ana" });
        yield return ("cancelled of a library", new() { Statuses = [BorrowingStatus.CancelledByPatron], Library = "SJSU" });
        yield return ("a trait that no request has", new() { AnyTrait = RequestTraits.HoldExpired });
        yield return ("a trait that none of a library has", new() { AnyTrait = RequestTraits.Imported | RequestTraits.Remarkable, Library = "SDSU" });
        yield return ("a common trait", new() { AnyTrait = RequestTraits.ClosedByCheckIn, Order = RequestOrder.Newest });
        yield return ("a common trait of cancelled requests", new() { AnyTrait = RequestTraits.ClosedByCheckIn, Statuses = [BorrowingStatus.CancelledByPatron] });
        yield return ("a common trait of a library's cancelled", new() { AnyTrait = RequestTraits.ClosedByCheckIn, Library = "SDSU", Statuses = [BorrowingStatus.CancelledByPatron] });
        yield return ("every trait of a partner", new() { AnyTrait = (RequestTraits)0x1FF, Partner = "P20" });
        yield return ("a week of a library", new() { Library = "SFSU", EnteredAfter = now.AddDays(-60), EnteredBefore = now.AddDays(-53) });
        yield return ("a minute, cancelled", new() { Statuses = [BorrowingStatus.CancelledByPatron], EnteredAfter = now.AddDays(-60), EnteredBefore = now.AddDays(-60).AddMinutes(1) });
        yield return ("holds that expired", new() { HoldExpiresBefore = now });
        foreach (var order in (RequestOrder[])[RequestOrder.DueDate, RequestOrder.OldestNote, RequestOrder.OldestMessage, RequestOrder.HoldExpiry])
        {
            yield return ($"open by {order}", new() { Statuses = Open, Order = order });
            yield return ($"open of a partner by {order}", new() { Statuses = Open, Partner = "P33", Order = order });
        }

        yield return ("an id", new() { Text = $"r{middle:0000000}" });
        yield return ("how every id begins", new() { Text = "R" });
        yield return ("how a hundred ids begin", new() { Text = $"R{middle:0000000}"[..6] });
        yield return ("an external id", new() { Text = $"EXT{middle:0000000}" });
        yield return ("an ISBN with hyphens", new() { Text = $"978-{middle:0000000000}" });
        yield return ("a word that is in very many titles", new() { Text = "history" });
        yield return ("a word that is in very many titles, open", new() { Text = "history", Statuses = Open });
        yield return ("a word that is in very many titles, of a partner", new() { Text = "history", Partner = "P07", Order = RequestOrder.Newest });
        yield return ("a letter", new() { Text = "a" });
        yield return ("a letter, closed of a library", new() { Text = "s", Statuses = Closed, Library = "SDSU", Order = RequestOrder.Newest });
        yield return ("ten letters", new() { Text = "a b c d e f g h i k" });
        yield return ("two letters that are in few titles together", new() { Text = "x z" });
        yield return ("two common words that are never together", new() { Text = "cambridge reader" });
        yield return ("two families", new() { Text = "albacebe vilzavew" });
        yield return ("words of a title", new() { Text = "companion anthropology kov" });
        yield return ("words with accents", new() { Text = "ETUDES sao zürich" });
        yield return ("a word that no title has", new() { Text = "xylophone" });
        yield return ("a long hostile text", new() { Text = string.Concat(Enumerable.Repeat("a* OR \"b\" NEAR(c) -d ^e %_' ", 400)) });
        yield return ("a patron", new() { Patron = "P4711" });
        yield return ("a patron and a word", new() { Patron = "P4711", Text = "history" });
    }

    // The median, of calls that come one after the other: the first fills the caches of database and disk, as earlier callers would have.
    private static async Task<TimeSpan> TimeAsync(Func<ValueTask<RequestPage>> list)
    {
        List<TimeSpan> times = [];
        for (var round = -1; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await list();
            if (round >= 0)
            {
                times.Add(watch.Elapsed);
            }
        }

        return Measure.Median(times);
    }
}
