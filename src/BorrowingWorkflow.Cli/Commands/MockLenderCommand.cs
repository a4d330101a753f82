using System.CommandLine;
using BorrowingWorkflow.Cli.Serving;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>A lender for trials and tests, over ISO 18626.</summary>
internal static class MockLenderCommand
{
    /// <summary>The scenarios, as the help and the message about an unknown one list them.</summary>
    public static IReadOnlyList<string> Scenarios { get; } =
        [.. MockScenario.All.Select(scenario => $"{scenario.Name.PadRight(MockScenario.All.Max(one => one.Name.Length))}  {scenario.Description}")];

    public static Command Build(Desk desk)
    {
        var scenario = new Option<string>("--scenario") { Description = "How it behaves; the scenarios are listed below.", HelpName = "NAME", DefaultValueFactory = _ => "loaned" };
        var listen = new ListenOptions("http://127.0.0.1:8700");
        var requester = ReadOption.Of(
            "--requester",
            "Where the borrower takes messages. Without it the lender only confirms.",
            "URL",
            PartnersFile.EndpointOf,
            "is no address. Write it like http://127.0.0.1:8626/iso18626.");
        var agency = Agencies.Option("--agency", "Who it is. Without it, it answers by whatever name it is addressed by.");
        var version = new Option<string?>("--version") { Description = "The version that it writes. Without it, that of each request." };
        version.AcceptOnlyFromAmong("1.2", "2021-2");
        var delay = Durations.Option("--delay", "How long one delay of a scenario takes. Default: 200ms.");
        var keyFrom = new Option<string?>("--api-key-from")
        {
            Description = "The environment variable with the key that its messages carry.",
            HelpName = "VARIABLE",
        };
        var keyHeader = new Option<string>("--api-key-header")
        {
            Description = "The header that carries the key.",
            HelpName = "NAME",
            DefaultValueFactory = _ => "X-Api-Key",
        };
        var command = new Command("mock-lender", "Plays a lender over ISO 18626, for trials and tests.") { scenario };
        listen.AddTo(command);
        foreach (var option in (Option[])[requester, agency, version, delay, keyFrom, keyHeader])
        {
            command.Add(option);
        }

        command.SetAction((call, cancellationToken) => RunAsync(
            desk,
            Scenario(call.GetValue(scenario)!),
            new()
            {
                Agency = call.GetValue(agency),
                Version = call.GetValue(version) switch { "1.2" => Iso18626Version.V1_2, "2021-2" => Iso18626Version.V2021_2, _ => null },
                Delay = call.GetValue(delay) ?? new MockLenderOptions().Delay,
                KeptExchanges = 0,
            },
            call.GetValue(listen.Urls)!,
            call.GetValue(requester),
            call.GetValue(keyFrom) is { } variable ? ApiKey(call.GetValue(keyHeader)!, variable) : null,
            cancellationToken));
        return command;
    }

    private static MockScenario Scenario(string name) => MockScenario.Find(name)
        ?? throw new BadInputException($"There is no scenario {Columns.Printable(name)}. The scenarios are:\n{string.Join('\n', Scenarios.Select(line => "  " + line))}");

    /// <summary>A header and the key that a variable holds, which the header can carry.</summary>
    private static (string Header, string Key) ApiKey(string header, string variable)
    {
        var key = Variable(variable);
        using var message = new HttpRequestMessage();
        try
        {
            message.Headers.Add(header, key);
            return (header, key);
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException)
        {
            // The exception may quote the key.
            throw new BadInputException(
                $"The header {Columns.Printable(header)} can't carry what {Columns.Printable(variable)} holds. Take a name like X-Api-Key, and a key without line breaks.");
        }
    }

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : throw new BadInputException($"The environment variable {Columns.Printable(name)} is not set. Put the key into it, or leave --api-key-from out.");

    private static async Task<int> RunAsync(
        Desk desk, MockScenario scenario, MockLenderOptions options, string url, Uri? requester, (string Header, string Key)? apiKey, CancellationToken cancellationToken)
    {
        var lender = new MockLender(scenario, options, desk.Clock)
        {
            Watcher = exchange => desk.WriteLine($"{Moment.Of(exchange.At)} {exchange}"),
        };
        await using var host = await MockLenderHost.StartAsync(desk, lender, url, requester, apiKey, cancellationToken);
        desk.WriteLine($"Listening on {host.Address} as a mock lender, scenario {scenario.Name}. Ctrl+C stops it.");
        if (requester is null)
        {
            desk.Say("Without --requester URL it confirms messages and sends none of its own.");
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, desk.Clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var tally = lender.Tally;
        desk.Say($"Stopped: {tally.Requests} requests, {tally.Repeated} repeated, {tally.Refused} refused; {tally.Sent} messages sent, {tally.Objected} objected to.");
        return ExitCode.Ok;
    }
}
