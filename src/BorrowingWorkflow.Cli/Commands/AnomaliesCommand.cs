using System.CommandLine;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Anomalies.Reports;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>What has gone wrong, or soon will.</summary>
internal static class AnomaliesCommand
{
    public static Command Build(Desk desk)
    {
        var db = new DatabaseOptions();
        var now = Choices.Now();
        var items = new Option<string?>("--items") { Description = "The local catalogue's temporary items.", HelpName = "ITEMS.csv" };
        var format = Choices.Format("json", "csv", "html", "table");
        var command = new Command("anomalies", "Finds what has gone wrong with requests, or soon will, and says what to do about it.") { db, now, items, format };
        command.SetAction((call, cancellationToken) => RunAsync(
            desk,
            db.Of(call),
            call.GetValue(now) ?? desk.Clock.GetUtcNow(),
            call.GetValue(items),
            Enum.Parse<AnomalyReportFormat>(call.GetValue(format)!, ignoreCase: true),
            cancellationToken));
        return command;
    }

    /// <summary>Says which detectors did not run, or not in full.</summary>
    private static void SaySkipped(Desk desk, AnomalyReport report, bool hasItems)
    {
        var ofItems = report.Skipped.Where(skip => !hasItems && AnomalyRules.All.Any(rule => rule.Id == skip.Detector && rule.Inputs.HasFlag(AnomalyInputs.Item)));
        if (ofItems.Select(skip => skip.Detector).ToHashSet(StringComparer.Ordinal) is { Count: > 0 } ids)
        {
            desk.Say($"Without --items ITEMS.csv the item detectors did not run: {string.Join(", ", ids)}.");
        }

        foreach (var skip in report.Skipped.Except(ofItems))
        {
            desk.Say($"{skip.Detector}: {skip.Reason}");
        }
    }

    private static async Task<int> RunAsync(
        Desk desk, DatabaseLocation location, DateTimeOffset now, string? itemsPath, AnomalyReportFormat format, CancellationToken cancellationToken)
    {
        var items = itemsPath is null ? null : ItemsFile.Read(itemsPath);
        foreach (var fault in items?.Faults ?? [])
        {
            desk.Say(fault);
        }

        await using var database = await location.OpenAsync(desk, items?.Source, cancellationToken);
        var report = await database.Get<AnomalyScan>().RunAsync(now, cancellationToken);
        var text = AnomalyReports.Write(report, format);
        await (format == AnomalyReportFormat.Table ? desk.WriteForPeopleAsync(text, cancellationToken) : desk.WriteAsync(text, cancellationToken));
        SaySkipped(desk, report, items is not null);
        return items?.Faults.Count > 0 ? ExitCode.BadInput : ExitCode.Ok;
    }
}
