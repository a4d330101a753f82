using System.Diagnostics;
using System.Globalization;
using BorrowingWorkflow.Cli.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Cli.Tests;

/// <summary>Calls the tool in a folder of its own, as a shell would.</summary>
internal sealed class Tool : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 12, 18, 17, 0, 0, TimeSpan.Zero);

    public string Folder { get; } = Directory.CreateTempSubdirectory("borrowing-").FullName;

    public bool Colours { get; init; }

    public bool ShowsProgress { get; init; }

    /// <summary>How much time passes with every look at the clock.</summary>
    public TimeSpan Tick { get; init; }

    /// <summary>A file of the folder.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public Task<Answer> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public async Task<Answer> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        var desk = new Desk(output, error)
        {
            Colours = Colours,
            ShowsProgress = ShowsProgress,
            Clock = new FakeTimeProvider(Now) { AutoAdvanceAmount = Tick },
            Folder = Folder,
        };
        var exitCode = await Program.RunAsync(args, desk, cancellationToken);
        return new(exitCode, Desk.Utf8.GetString(output.ToArray()), error.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    /// <summary>Starts it as a process of its own, with its streams in the caller's hands.</summary>
    public static Process Start(params string[] args) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "borrowing.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Asks a process to end, as Ctrl+C does.</summary>
    public static async Task InterruptAsync(Process process)
    {
        // What a shell starts in the background ignores interrupts, and so does all that it starts; there it is asked in the other way.
        using var kill = Process.Start("kill", [IgnoresInterrupts() ? "-TERM" : "-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private static bool IgnoresInterrupts()
    {
        const string Status = "/proc/self/status";
        var ignored = File.Exists(Status) ? File.ReadLines(Status).First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1] : "0";
        return (Convert.ToUInt64(ignored, 16) & 0b10) != 0;
    }

    /// <summary>Writes lines to a file of the folder.</summary>
    public async Task<string> WriteAsync(string name, params IEnumerable<string> lines)
    {
        await File.WriteAllLinesAsync(this[name], lines, Desk.Utf8);
        return this[name];
    }

    /// <summary>Writes the small term that comes with the tool.</summary>
    public async Task<string> WriteTermAsync() => await WriteAsync("events.jsonl", Term);

    /// <summary>A database with the small term.</summary>
    public async Task<string> ReplayTermAsync()
    {
        var answer = await RunAsync("replay", await WriteTermAsync(), "--db", this["term.db"]);
        Assert.Equal("1,449 events: Applied 1,437, OutOfSequence 1, FromInactivePartner 1, Duplicate 7, Refused 3.\n", answer.Error);
        return this["term.db"];
    }

    public static string[] Term { get; } = File.ReadAllLines(RepositoryRoot.Combine("src", "BorrowingWorkflow.Cli", "Term", "events.jsonl"));

    public static string Items { get; } = RepositoryRoot.Combine("src", "BorrowingWorkflow.Cli", "Term", "items.csv");

    internal sealed record Answer(int ExitCode, string Output, string Error);
}
