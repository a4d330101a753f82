using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Replay;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>Does what staff, a patron or a partner does to a request, for a serving tool to carry out.</summary>
internal static class DoCommand
{
    public static Command Build(Desk desk)
    {
        var trigger = new Argument<string>("TRIGGER") { Description = "What is done; borrowing machine lists the triggers." };
        var request = new Argument<string>("REQUEST") { Description = "The request's id." };
        var db = new DatabaseOptions();
        var by = new Option<Actor>("--by") { Description = "Who does it.", DefaultValueFactory = _ => Actor.Staff };
        var who = new Option<string?>("--who") { Description = "The person, for the history.", HelpName = "NAME" };
        var partner = new Option<string?>("--partner") { Description = "The partner, where one is meant.", HelpName = "CODE" };
        var data = new Option<string?>("--data") { Description = "What it brings along, as the data of an event.", HelpName = "JSON" };
        var partners = LiveCommands.Partners();
        var id = LiveCommands.MessageId();
        var command = new Command("do", "Does something to a request. A serving tool on the same database carries out what follows.") { trigger, request, db };
        foreach (var option in (Option[])[by, who, partner, data, partners, id])
        {
            command.Add(option);
        }

        command.SetAction((call, cancellationToken) => LiveCommands.FireAsync(
            desk,
            db.Of(call),
            mayBeMade: false,
            call.GetValue(partners),
            new()
            {
                Request = LiveCommands.Request(call.GetValue(request)!),
                Trigger = TriggerOf(call.GetValue(trigger)!),
                By = call.GetValue(by),
                MessageId = LiveCommands.IdOr(call.GetValue(id)),
                Who = call.GetValue(who),
                Partner = call.GetValue(partner),
                Data = DataOf(call.GetValue(data)),
            },
            cancellationToken));
        return command;
    }

    private static Trigger TriggerOf(string name) => EventLine.TriggerOf(name) is { } trigger and not (Trigger.Submit or Trigger.SaveDraft or Trigger.Import)
        ? trigger
        : throw new BadInputException($"{Columns.Printable(name)} is nothing that can be done to a request. The triggers are: {string.Join(", ", Enum.GetNames<Trigger>())}.");

    private static InputData DataOf(string? text)
    {
        try
        {
            return text is null ? new() : EventLine.ReadData(text);
        }
        catch (BadLineException error)
        {
            throw new BadInputException($"--{error.Message}.");
        }
    }
}
