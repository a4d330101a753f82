using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>The pages of the staff desk over a large table in SQLite, each beside an empty page of the same host.</summary>
internal static class DeskBenchmark
{
    private const int LongestTasks = 150;
    private const int LongestQueue = 200;
    private const int LargestPage = 100_000;

    public static async Task RunAsync(int rows, int rounds)
    {
        using var folder = new ScratchFolder();
        var file = folder.NewFile();
        await SqliteTable.WriteAsync(file, TableRows.Of(new(rows), DailyChecks.Now));
        await MeasureAsync(file, rows, rounds);
    }

    /// <summary>Measures over a database that is there.</summary>
    public static async Task MeasureAsync(string file, int rows, int rounds)
    {
        await using var store = new SqliteWorkflowStore(file);
        await using var host = await StartAsync(store);
        using var client = new HttpClient { BaseAddress = new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };

        // The first look at the anomalies runs beside the pages; what is measured is a desk that has been open for a while.
        await (host.Services.GetRequiredService<FindingsBoard>().StartIfDue() ?? Task.CompletedTask);
        List<(string Name, TimeSpan Time, int Bytes, int Limit)> all = [];
        foreach (var (name, path, limit) in Pages(rows))
        {
            var bytes = (await client.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
            var (page, empty) = await Measure.InTurnsAsync(
                rounds, () => client.GetByteArrayAsync(new Uri(path, UriKind.Relative)), () => client.GetByteArrayAsync(new Uri("/empty", UriKind.Relative)));
            all.Add((name, page, bytes, limit));
            Console.WriteLine($"{name,-58} {page.TotalMilliseconds,7:0.0} ms, an empty page {empty.TotalMilliseconds,5:0.0} ms, {bytes / 1000.0,5:0.0} kB");
        }

        foreach (var limit in (int[])[LongestTasks, LongestQueue])
        {
            var slowest = all.Where(page => page.Limit == limit).MaxBy(page => page.Time);
            Measure.Print($"pages with {limit} ms, {rows} requests", $"slowest {slowest.Time.TotalMilliseconds:0} ms: {slowest.Name}", $"under {limit} ms", slowest.Time.TotalMilliseconds < limit);
        }

        var largest = all.MaxBy(page => page.Bytes);
        Measure.Print("largest page", $"{largest.Bytes / 1000.0:0} kB: {largest.Name}", "under 100 kB", largest.Bytes < LargestPage);
    }

    private static async Task<WebApplication> StartAsync(SqliteWorkflowStore store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<BorrowingWorkflow.Storage.IWorkflowStore>(store).AddSingleton<TimeProvider>(new FakeTimeProvider(DailyChecks.Now));
        builder.Services.AddBorrowingWorkflow(_ => { });
        builder.Services.AddBorrowingDesk();
        var app = builder.Build();
        app.Map("/empty", branch => branch.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("<!DOCTYPE html><title>Empty</title>");
        }));
        app.MapBorrowingDesk("/desk");
        await app.StartAsync();
        return app;
    }

    private static IEnumerable<(string Name, string Path, int Limit)> Pages(int rows)
    {
        var middle = $"R{rows / 2:0000000}";
        yield return ("tasks", "/desk", LongestTasks);
        foreach (var (name, query) in (IEnumerable<(string, string)>)
        [
            ("open requests", ""),
            ("open, by due date", "order=DueDate"),
            ("open, of a library and a partner", "library=SDSU&partner=P30"),
            ("open, of a pickup location with an assignee", "pickup=SDSU-3&assignee=Ana"),
            ("open, more than 30 days, in a status of a library", "days=30&status=ReadyToBeSent&library=SJSU"),
            ("open, a flag that none has", "flag=HoldExpired"),
            ("closed requests", "scope=closed"),
            ("closed, of a library", "scope=closed&library=SDSU"),
            ("closed, of a library and a partner", "scope=closed&library=SDSU&partner=P39"),
            ("closed, of a library, a partner and a pickup location", "scope=closed&library=SDSU&partner=P01&pickup=SDSU-3"),
            ("closed, of another library's pickup location", "scope=closed&library=CSUN&pickup=SDSU-3"),
            ("closed, of an assignee, longest first", "scope=closed&assignee=Ana&order=LongestInStatus"),
            ("closed, a flag that none has", "scope=closed&flag=Imported"),
            ("cancelled, more than 90 days, of a library", "status=CancelledByPatron&days=90&library=SJSU"),
            ("open and closed", "scope=all"),
            ("search: an id", $"scope=all&q={middle}"),
            ("search: how many ids begin", "scope=all&q=R"),
            ("search: an external id", $"scope=all&q=EXT{rows / 2:0000000}"),
            ("search: a word that very many titles have", "scope=all&q=history"),
            ("search: a word that very many titles have, open", "q=history"),
            ("search: a word that very many titles have, closed of a partner", "scope=closed&q=history&partner=P07"),
            ("search: two words that no title has together", "scope=all&q=cambridge+reader"),
            ("search: a letter", "scope=all&q=a"),
            ("search: words of a title", "scope=all&q=companion+anthropology"),
            ("search: a patron", "scope=all&patron=P4711"),
        ])
        {
            yield return (name, $"/desk/queue?{query}", LongestQueue);
        }

        yield return ("a request", $"/desk/request?id={middle}", LongestQueue);
        yield return ("a check's list", "/desk/check?id=ready-to-be-sent", LongestQueue);
        yield return ("the list of completed requests", "/desk/check?id=request-completed", LongestQueue);
        yield return ("anomalies", "/desk/anomalies", LongestQueue);
    }
}
