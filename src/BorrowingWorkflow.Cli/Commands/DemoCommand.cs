using System.CommandLine;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Anomalies.Reports;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Checks.Reports;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Import;
using BorrowingWorkflow.Cli.Replay;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>A small term that comes with the tool, and the desk's view of it.</summary>
internal static class DemoCommand
{
    public const string FileName = "borrowing-demo.db";

    private const int MembersInTable = 5;

    /// <summary>The last afternoon of the term.</summary>
    private static readonly DateTimeOffset Now = new(2026, 12, 18, 17, 0, 0, TimeSpan.Zero);

    public static Command Build(Desk desk)
    {
        var command = new Command("demo", $"Replays a small term that comes with the tool into {FileName}, and shows what the desk would see.");
        command.SetAction((_, cancellationToken) => RunAsync(desk, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, CancellationToken cancellationToken)
    {
        var path = Path.Combine(desk.Folder, FileName);
        var clock = new EventClock();
        await using var database = await new SqliteLocation(path).OpenOrCreateAsync(clock, cancellationToken);
        await using var events = Resource("events.jsonl");
        var tally = await ReplayCommand.ReplayAsync(desk, database.Get<IBorrowingWorkflow>(), clock, events, "events.jsonl", Stream.Null, cancellationToken);

        var runner = database.Get<CheckRunner>();
        var checks = new CheckRequest { Now = Now, Cadence = CheckCadence.Daily, Members = MembersInTable };
        var box = await runner.TasksAsync(checks, cancellationToken);
        var report = await runner.RunAsync(checks, cancellationToken);
        var waiting = report with { Entries = [.. report.Entries.Where(entry => entry.Count > 0)] };
        var anomalies = await new AnomalyScan(database.Store, database.Get<Ports.IWorkCalendar>()) { Items = Items() }
            .RunAsync(Now, cancellationToken);

        await desk.WriteForPeopleAsync(
            $"""
            A small term at a resource sharing desk, in {path}
            {tally}.

            It is {Moment.Minute(Now)} UTC, the last afternoon of the term. This is what the desk sees.


            """,
            cancellationToken);
        await desk.WriteForPeopleAsync(CheckReports.Write(box, CheckReportFormat.Table) + "\n", cancellationToken);
        await desk.WriteForPeopleAsync(CheckReports.Write(waiting, CheckReportFormat.Table) + "\n", cancellationToken);
        await desk.WriteForPeopleAsync(AnomalyReports.Write(OfTheDesk(anomalies), AnomalyReportFormat.Table) + "\n", cancellationToken);
        await desk.WriteForPeopleAsync(
            $"""
            Go on from here:
              borrowing show CSU-000039 --db {path}
              borrowing checks --db {path} --now {Moment.Of(Now)} --preset extended
              borrowing anomalies --db {path} --now {Moment.Of(Now)} --format html > anomalies.html
            The file {path} is yours; delete it when you are done.

            """,
            cancellationToken);
        return ExitCode.Ok;
    }

    /// <summary>A replay fires no timers, so missed deadlines say nothing of this desk; and what the demonstration lacks is no news to anybody.</summary>
    private static AnomalyReport OfTheDesk(AnomalyReport report) =>
        report with { Skipped = [], Findings = [.. report.Findings.Where(finding => finding.Rule.Id != "deadline-missed")] };

    internal static Stream Resource(string name) => typeof(DemoCommand).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The tool was built without {name}.");

    private static Ports.IItemSource Items()
    {
        using var table = CsvTable.Of(new StreamReader(Resource("items.csv")));
        return ItemsFile.Read("items.csv", table).Source;
    }
}
