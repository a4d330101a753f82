using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>How many requests are in each status.</summary>
internal static class StatusCommand
{
    public static Command Build(Desk desk)
    {
        var db = new DatabaseOptions();
        var format = Choices.Format("json", "table");
        var command = new Command("status", "Counts the requests in each status that occurs.") { db, format };
        command.SetAction((call, cancellationToken) => RunAsync(desk, db.Of(call), call.GetValue(format)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, DatabaseLocation location, string format, CancellationToken cancellationToken)
    {
        await using var database = await location.OpenAsync(desk, null, cancellationToken);
        var counts = new SortedDictionary<BorrowingStatus, long>();
        await foreach (var batch in database.Get<IRequestReader>().ScanAsync(ScanScope.Everything, cancellationToken))
        {
            foreach (var request in batch)
            {
                counts[request.Summary.Status] = counts.GetValueOrDefault(request.Summary.Status) + 1;
            }
        }

        if (format == "json")
        {
            await desk.WriteAsync(Json.Counts(counts.Select(pair => KeyValuePair.Create(pair.Key.ToString(), pair.Value))), cancellationToken);
        }
        else
        {
            var rows = counts.Select(pair => KeyValuePair.Create(pair.Key.Label(), pair.Value));
            await desk.WriteForPeopleAsync(Columns.Counts($"Requests · {counts.Values.Sum():N0}", rows), cancellationToken);
        }

        return ExitCode.Ok;
    }
}
