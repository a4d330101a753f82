using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>Submits a request, for a serving tool to take up.</summary>
internal static class SubmitCommand
{
    public static Command Build(Desk desk)
    {
        var request = new Argument<string>("REQUEST") { Description = "The new request's id." };
        var db = new DatabaseOptions();
        db.File.Description = "The SQLite file to put the request in; it is made where there is none.";
        var library = new Option<string>("--library") { Description = "The borrowing library's code.", HelpName = "CODE", Required = true };
        var patron = new Option<string>("--patron") { Description = "The patron's reference.", HelpName = "REFERENCE", Required = true };
        Option<string?>[] citation =
        [
            Text("--title", "The title."), Text("--author", "The author."), Text("--isbn", "The ISBN."), Text("--issn", "The ISSN."),
            Text("--oclc", "The OCLC number."), Text("--doi", "The DOI."), Text("--pickup", "The pickup location's code."),
        ];
        var format = new Option<RequestFormat>("--format") { Description = "An item or a file.", DefaultValueFactory = _ => RequestFormat.Physical };
        var partners = LiveCommands.Partners();
        var id = LiveCommands.MessageId();
        var command = new Command("submit", "Submits a request. A serving tool on the same database takes it from there.") { request, db, library, patron };
        foreach (var option in (Option[])[.. citation, format, partners, id])
        {
            command.Add(option);
        }

        command.SetAction((call, cancellationToken) => LiveCommands.FireAsync(
            desk,
            db.Of(call),
            mayBeMade: true,
            call.GetValue(partners),
            new()
            {
                Request = LiveCommands.Request(call.GetValue(request)!),
                Trigger = Trigger.Submit,
                By = Actor.Staff,
                MessageId = LiveCommands.IdOr(call.GetValue(id)),
                Data = new()
                {
                    Library = call.GetValue(library),
                    Patron = call.GetValue(patron),
                    Title = call.GetValue(citation[0]),
                    Author = call.GetValue(citation[1]),
                    Isbn = call.GetValue(citation[2]),
                    Issn = call.GetValue(citation[3]),
                    Oclc = call.GetValue(citation[4]),
                    Doi = call.GetValue(citation[5]),
                    Pickup = call.GetValue(citation[6]),
                    Format = call.GetValue(format),
                },
            },
            cancellationToken));
        return command;
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };
}
