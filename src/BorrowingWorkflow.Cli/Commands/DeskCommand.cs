using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Serving;
using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>The staff desk on a database, for a first look.</summary>
internal static class DeskCommand
{
    public static Command Build(Desk desk)
    {
        var db = new DatabaseOptions();
        var listen = new ListenOptions("http://127.0.0.1:8627", mayBeOpened: false);
        var now = Choices.Now();
        now.Description = "The moment at which the desk's clock starts, by RFC 3339, to look at an old term. Default: the current time.";
        var library = new Option<string?>("--library") { Description = "Only this library can be chosen at the desk.", HelpName = "CODE" };
        var items = new Option<string?>("--items") { Description = "The local catalogue's temporary items, for the detectors that need them.", HelpName = "FILE.csv" };
        var partners = LiveCommands.Partners();
        var command = new Command("desk", "Opens the staff desk on a database, for a browser on this machine.") { db };
        listen.AddTo(command);
        foreach (var option in (Option[])[now, library, items, partners])
        {
            command.Add(option);
        }

        command.SetAction((call, cancellationToken) => RunAsync(
            desk,
            db.Of(call),
            new()
            {
                Url = call.GetValue(listen.Urls)!,
                Clock = call.GetValue(now) is { } start ? new StartedClock(desk.Clock, start) : desk.Clock,
                Library = call.GetValue(library),
                Partners = LiveCommands.PartnersOf(call.GetValue(partners)),
            },
            call.GetValue(items),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Desk desk, DatabaseLocation location, StaffDeskSettings settings, string? itemsPath, CancellationToken cancellationToken)
    {
        var items = itemsPath is null ? null : ItemsFile.Read(itemsPath);
        foreach (var fault in items?.Faults ?? [])
        {
            desk.Say(fault);
        }

        await using var store = await location.OpenStoreAsync(mayBeMade: false, cancellationToken);
        await using var app = await StaffDeskHost.StartAsync(desk, store, settings with { Items = items?.Source }, cancellationToken);
        desk.WriteLine($"Open {WebHost.AddressOf(app)}{StaffDeskHost.Path} in a browser on this machine: the staff desk on {location}. Ctrl+C stops it.");
        desk.Say("No worker runs here: messages, notices and deadlines wait in the database until a tool serves it (borrowing serve --help).");
        await Task.Delay(Timeout.InfiniteTimeSpan, desk.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.StopAsync(CancellationToken.None);
        desk.Say("Stopped. What was done at the desk is in the database.");
        return items?.Faults.Count > 0 ? ExitCode.BadInput : ExitCode.Ok;
    }
}
