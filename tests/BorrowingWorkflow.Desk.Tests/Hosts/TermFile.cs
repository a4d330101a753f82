using System.Collections.Concurrent;
using BorrowingWorkflow.Cli.Commands;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Import;
using BorrowingWorkflow.Cli.Replay;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Desk.Tests.Hosts;

/// <summary>Databases with a term, as <c>borrowing replay</c> makes them: each term is replayed once, and every test has a copy.</summary>
internal static class TermFile
{
    /// <summary>The term that comes with the tool.</summary>
    public const string Small = "";

    private static readonly DirectoryInfo Folder = Directory.CreateTempSubdirectory("borrowing-terms-");
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = [];

    static TermFile() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Folder.Delete(recursive: true);

    /// <summary>Puts a term where the path says.</summary>
    /// <param name="term">The term's folder in shared/data, or <see cref="Small"/>.</param>
    /// <param name="path">The new database.</param>
    public static async Task CopyAsync(string term, string path) =>
        File.Copy(await Made.GetOrAdd(term, _ => new(() => ReplayAsync(term))).Value, path);

    /// <summary>The local catalogue's items at the end of a term.</summary>
    public static async Task<ItemsFile> ItemsAsync(string term)
    {
        await using var items = Open(term, "items.csv");
        using var reader = new StreamReader(items);
        using var table = CsvTable.Of(reader);
        return ItemsFile.Read("items.csv", table);
    }

    private static async Task<string> ReplayAsync(string term)
    {
        var path = Path.Combine(Folder.FullName, $"{(term == Small ? "small" : term)}.db");
        var clock = new EventClock();
        await using (var database = await new SqliteLocation(path).OpenOrCreateAsync(clock, CancellationToken.None))
        await using (var events = Open(term, "events.jsonl"))
        {
            await new Replayer(database.Get<IBorrowingWorkflow>(), clock).RunAsync(events, _ => ValueTask.CompletedTask, CancellationToken.None);
        }

        Assert.False(File.Exists(path + "-wal"), "The store was closed, so the file has to be whole.");
        return path;
    }

    private static Stream Open(string term, string file) =>
        term == Small ? DemoCommand.Resource(file) : File.OpenRead(SharedFolder.Combine("data", term, file));
}
