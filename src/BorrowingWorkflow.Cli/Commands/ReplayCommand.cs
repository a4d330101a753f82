using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Replay;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>Applies a file of events to a database.</summary>
internal static class ReplayCommand
{
    public static Command Build(Desk desk)
    {
        var events = new Argument<string>("EVENTS.jsonl") { Description = "The events, one JSON object a line, in their order." };
        var db = new DatabaseOptions();
        db.File.Description = "The SQLite file to put the requests in; it is made where there is none.";
        db.Server.Description = "Instead of --db: the PostgreSQL database to put them in.";
        var verdicts = new Option<string?>("--verdicts") { Description = "Writes a verdict a line to this file, afresh.", HelpName = "OUT.jsonl" };
        var command = new Command("replay", "Applies events at their own times. Run again, it changes nothing.") { events, db, verdicts };
        command.SetAction((call, cancellationToken) =>
            RunAsync(desk, call.GetValue(events)!, db.Of(call), call.GetValue(verdicts), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, string eventsPath, DatabaseLocation location, string? verdictsPath, CancellationToken cancellationToken)
    {
        Paths.EnsureApart("EVENTS.jsonl, --db and --verdicts", eventsPath, location.File, verdictsPath);
        await using var events = OpenEvents(eventsPath);
        var clock = new EventClock();
        await using var database = await location.OpenOrCreateAsync(clock, cancellationToken);
        await using var verdicts = OpenVerdicts(verdictsPath);
        var tally = await ReplayAsync(desk, database.Get<IBorrowingWorkflow>(), clock, events, eventsPath, verdicts, cancellationToken);
        desk.Say($"{tally}.");
        return tally.Faults > 0 ? ExitCode.BadInput : ExitCode.Ok;
    }

    /// <summary>Replays, shows progress where somebody looks, and says how far it got where it is stopped.</summary>
    internal static async Task<ReplayTally> ReplayAsync(
        Desk desk, IBorrowingWorkflow workflow, EventClock clock, Stream events, string name, Stream verdicts, CancellationToken cancellationToken)
    {
        var tally = new ReplayTally();
        using var progress = new ReplayProgress(desk, events.CanSeek ? events.Length : 0);
        try
        {
            await new Replayer(workflow, clock).RunAsync(
                events,
                async line =>
                {
                    tally.Add(line.Number, line.Result?.Verdict);
                    if (line.Fault is { } fault)
                    {
                        progress.Interrupt();
                        desk.Say($"{name}:{line.Number}: {fault}.");
                    }
                    else
                    {
                        await verdicts.WriteAsync(Desk.Utf8.GetBytes(VerdictLine.Of(line.Input!.MessageId, line.Result!)), CancellationToken.None);
                    }

                    progress.Show(line.End);
                },
                cancellationToken);
            await verdicts.FlushAsync(CancellationToken.None);
            return tally;
        }
        catch (OperationCanceledException)
        {
            await verdicts.FlushAsync(CancellationToken.None);
            desk.Say($"Up to line {tally.Line} of {name}: {tally}. Run it again to go on from there.");
            throw;
        }
    }

    private static FileStream OpenEvents(string path)
    {
        try
        {
            return new(path, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"The events file {path} can't be read: {error.Message}");
        }
    }

    private static Stream OpenVerdicts(string? path)
    {
        try
        {
            return path is null ? Stream.Null : new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"The verdicts file {path} can't be written: {error.Message}");
        }
    }
}
