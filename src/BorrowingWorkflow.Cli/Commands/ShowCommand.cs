using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>One request with its rota, notes, messages and history.</summary>
internal static class ShowCommand
{
    public static Command Build(Desk desk)
    {
        var request = new Argument<string>("REQUEST") { Description = "The request's id." };
        var db = new DatabaseOptions();
        var format = Choices.Format("json", "table");
        var command = new Command("show", "Shows one request: where it stands, its rota, and everything that happened to it.") { request, db, format };
        command.SetAction((call, cancellationToken) =>
            RunAsync(desk, call.GetValue(request)!, db.Of(call), call.GetValue(format)!, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, string name, DatabaseLocation location, string format, CancellationToken cancellationToken)
    {
        await using var database = await location.OpenAsync(desk, null, cancellationToken);
        var workflow = database.Get<IBorrowingWorkflow>();
        var request = RequestId.TryParse(name, out var id) ? await workflow.FindAsync(id, cancellationToken) : null;
        if (request is null)
        {
            throw new BadInputException($"There is no request {Columns.Printable(name)} in {location}. Check the id.");
        }

        var history = await workflow.HistoryAsync(id, cancellationToken);
        await (format == "json"
            ? desk.WriteAsync(RequestJson.Write(request, history), cancellationToken)
            : desk.WriteForPeopleAsync(RequestTable.Write(request, history), cancellationToken));
        return ExitCode.Ok;
    }
}
