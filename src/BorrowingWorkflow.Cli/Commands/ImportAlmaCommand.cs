using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Import;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>Takes over what Alma Analytics exports.</summary>
internal static class ImportAlmaCommand
{
    public static Command Build(Desk desk)
    {
        var file = new Argument<string>("FILE.csv") { Description = "An export of borrowing requests from Alma Analytics." };
        var db = new DatabaseOptions();
        db.File.Description = "The SQLite file to put the requests in; it is made where there is none.";
        db.Server.Description = "Instead of --db: the PostgreSQL database to put them in.";
        var options = new ImportAlmaOptions();
        var items = new Option<string?>("--items") { Description = "An export of items with their process types.", HelpName = "ALMA-ITEMS.csv" };
        var itemsOut = new Option<string?>("--items-out") { Description = "Where to write them, as anomalies and desk take them.", HelpName = "ITEMS.csv" };
        var format = Choices.Format("json", "table");
        var command = new Command("import-alma", "Takes over borrowing requests as Alma has them. Run again, it brings them up to date.") { file, db };
        options.AddTo(command);
        command.Add(items);
        command.Add(itemsOut);
        command.Add(format);
        command.SetAction(async (call, cancellationToken) =>
        {
            var path = call.GetValue(file)!;
            var location = db.Of(call);
            var settings = options.Of(call);
            Paths.EnsureApart("FILE.csv, --db, --items and --items-out", path, location.File, call.GetValue(items), call.GetValue(itemsOut));
            if ((call.GetValue(items) is null) != (call.GetValue(itemsOut) is null))
            {
                throw new BadInputException("--items ALMA-ITEMS.csv and --items-out ITEMS.csv go together.");
            }

            using var table = CsvTable.Open(path, "export");
            var columns = new AlmaColumns(table, path, settings.Columns);
            var itemsAreClean = call.GetValue(items) is not { } from || await WriteItemsAsync(desk, from, call.GetValue(itemsOut)!, options.ItemColumns(call), cancellationToken);
            await using var database = await location.OpenOrCreateAsync(desk.Clock, cancellationToken);
            var tally = await ImportAsync(desk, database.Get<IBorrowingWorkflow>(), new AlmaReader(table, columns, settings).Rows(), path, cancellationToken);
            await (call.GetValue(format) == "json"
                ? desk.WriteAsync(Json.Line(tally.Write), cancellationToken)
                : desk.WriteForPeopleAsync(tally.ToTable(), cancellationToken));
            return tally.IsClean && itemsAreClean ? ExitCode.Ok : ExitCode.BadInput;
        });
        return command;
    }

    private static async Task<ImportTally> ImportAsync(
        Desk desk, IBorrowingWorkflow workflow, IEnumerable<AlmaRow> rows, string path, CancellationToken cancellationToken)
    {
        var tally = new ImportTally();
        try
        {
            await new AlmaImporter(workflow).RunAsync(
                rows,
                (row, outcome, said) =>
                {
                    tally.Add(row, outcome);
                    if (said is not null)
                    {
                        desk.Say($"{path}:{row.Line}: {said}.");
                    }
                },
                cancellationToken);
            return tally;
        }
        catch (OperationCanceledException)
        {
            desk.Say($"Up to line {tally.Line} of {path}. Run it again to go on from there.");
            throw;
        }
    }

    private static async Task<bool> WriteItemsAsync(
        Desk desk, string from, string to, (string? Request, string? ProcessType) columns, CancellationToken cancellationToken)
    {
        var isClean = true;
        var items = AlmaItems.Read(from, columns.Request, columns.ProcessType, (line, fault) =>
        {
            isClean = false;
            desk.Say($"{from}:{line}: {fault}.");
        });
        await ItemsFile.WriteAsync(to, items, cancellationToken);
        return isClean;
    }
}
