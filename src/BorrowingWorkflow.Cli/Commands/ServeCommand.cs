using System.CommandLine;
using BorrowingWorkflow.Cli.Databases;
using BorrowingWorkflow.Cli.Serving;
using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>A whole borrower: engine, database, workers, and ISO 18626 in both directions.</summary>
internal static class ServeCommand
{
    public static Command Build(Desk desk)
    {
        var db = new DatabaseOptions();
        db.File.Description = "The SQLite file that holds the requests; it is made where there is none.";
        var library = new Option<string>("--library") { Description = "The borrowing library's code.", HelpName = "CODE", Required = true };
        var partners = new Option<string>("--partners") { Description = "Who lends, and how each is reached.", HelpName = "FILE.json", Required = true };
        var listen = new ListenOptions("http://127.0.0.1:8626");
        var anonymous = new Option<bool>("--anonymous-partners")
        {
            Description = "Believes what messages say of their senders. For trials; otherwise partners prove who they are.",
        };
        var interval = Durations.Option("--interval", "How often it looks for work. Default: 1s.");
        var backoff = Durations.Option("--send-backoff", "The wait after a request was not sent for the first time; it doubles. Default: 5m.");
        var lease = Durations.Option("--lease", "After how long work that a killed process had begun is taken up by others. Default: 5m.");
        var command = new Command("serve", "Borrows: sends requests to partners over ISO 18626, takes their answers, and does what is due.") { db, library, partners };
        listen.AddTo(command);
        foreach (var option in (Option[])[anonymous, interval, backoff, lease])
        {
            command.Add(option);
        }

        command.SetAction((call, cancellationToken) => RunAsync(
            desk,
            db.Of(call),
            new(call.GetValue(library)!, PartnersFile.Read(call.GetValue(partners)!, Environment.GetEnvironmentVariable), call.GetValue(partners)!)
            {
                Url = call.GetValue(listen.Urls)!,
                AnonymousPartners = call.GetValue(anonymous),
                Interval = call.GetValue(interval) ?? TimeSpan.FromSeconds(1),
                SendBackoff = call.GetValue(backoff) ?? TimeSpan.FromMinutes(5),
                Lease = call.GetValue(lease) ?? TimeSpan.FromMinutes(5),
            },
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Desk desk, DatabaseLocation location, BorrowerSettings settings, CancellationToken cancellationToken)
    {
        await using var store = await location.OpenStoreAsync(mayBeMade: true, cancellationToken);
        await using var host = await BorrowerHost.StartAsync(desk, store, settings, cancellationToken);
        desk.WriteLine($"Listening on {host.Address}{BorrowerHost.Path} as the borrower {settings.Library}, requests in {location}. Ctrl+C stops it.");
        desk.Say($"Every partner counts as a holder, and they are asked in the order of {settings.PartnersPath}. Notices and items are lines here, nothing else.");
        await Task.Delay(Timeout.InfiniteTimeSpan, desk.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await host.StopAsync();
        desk.Say("Stopped. What was not done yet is in the database, and is done by the next start.");
        return ExitCode.Ok;
    }
}
