using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>What the workflow asked the world to do, by kind.</summary>
internal static class EffectsCommand
{
    public static Command Build(Desk desk)
    {
        var db = new DatabaseOptions();
        var format = Choices.Format("json", "table");
        var command = new Command("effects", "Counts by kind what the workflow asked the world to do: messages to partners, notices to patrons, items.") { db, format };
        command.SetAction((call, cancellationToken) => RunAsync(desk, db.Of(call), call.GetValue(format)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, DatabaseLocation location, string format, CancellationToken cancellationToken)
    {
        await using var database = await location.OpenAsync(desk, null, cancellationToken);
        var counts = await database.Get<IOutbox>().CountAsync(cancellationToken);
        var inOrder = counts.OrderBy(pair => pair.Key, StringComparer.Ordinal);
        if (format == "json")
        {
            await desk.WriteAsync(Json.Counts(inOrder), cancellationToken);
        }
        else
        {
            await desk.WriteForPeopleAsync(Columns.Counts($"Effects · {counts.Values.Sum():N0}", inOrder), cancellationToken);
        }

        return ExitCode.Ok;
    }
}
