using System.Net;
using System.Net.Sockets;

namespace BorrowingWorkflow.Cli.Tests;

/// <summary>The commands that work on requests that live: submit, do, serve, mock-lender.</summary>
public sealed class LiveTests : IDisposable
{
    private const string Partners = """{"libraries":{"SDSU":"ISIL:US-CASDS"},"partners":[{"code":"CHICO","agency":"ISIL:US-CCH","endpoint":"http://127.0.0.1:1/"}]}""";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_request_is_submitted_and_worked_and_waits_for_a_serving_tool()
    {
        var submitted = await SubmitAsync("R-1", "--id", "m1");
        var cancelled = await _tool.RunAsync("do", "CancelByPatron", "R-1", "--db", _tool["sdsu.db"], "--by", "patron", "--id", "m2");

        Assert.Equal((0, """{"id":"m1","request":"R-1","verdict":"Applied","status":"LocateInProcess","version":1,"clause":"IN-1"}""" + "\n"), (submitted.ExitCode, submitted.Output));
        Assert.Equal((0, """{"id":"m2","request":"R-1","verdict":"Applied","status":"LocateFailed","version":2,"clause":"LO-4"}""" + "\n"), (cancelled.ExitCode, cancelled.Output));
    }

    [Fact]
    public async Task The_same_message_again_is_a_duplicate()
    {
        await SubmitAsync("R-1", "--id", "m1");

        var again = await SubmitAsync("R-1", "--id", "m1");

        Assert.Equal(0, again.ExitCode);
        Assert.Contains("\"verdict\":\"Duplicate\"", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_possible_is_refused_with_what_is()
    {
        await SubmitAsync("R-1");

        var answer = await _tool.RunAsync("do", "Loan", "R-1", "--db", _tool["sdsu.db"]);

        Assert.Equal(2, answer.ExitCode);
        Assert.Contains("\"verdict\":\"Refused\"", answer.Output, StringComparison.Ordinal);
        Assert.Contains("\"permitted\":[", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("do Sing R-1 --db sdsu.db", "Sing is nothing that can be done to a request. The triggers are: ")]
    [InlineData("do Submit R-1 --db sdsu.db", "Submit is nothing that can be done to a request. ")]
    [InlineData("do Receive R-9 --db sdsu.db", "There is no request R-9 in sdsu.db. Submit it: borrowing submit --help")]
    [InlineData("do Receive R-1 --db sdsu.db --data sing", "--data is no JSON; write it like ")]
    [InlineData("do Receive R-1 --db sdsu.db --data []", "--data is no object; write it as {…}.")]
    [InlineData("do PartnerShipped R-1 --db sdsu.db --by partner", "PartnerShipped by Partner names the partner.")]
    [InlineData("do Receive R-1 --db other.db", "There is no database other.db.")]
    [InlineData("submit R-2 --db sdsu.db --patron p", "Option '--library' is required.")]
    [InlineData("serve --db sdsu.db --library SDSU", "Option '--partners' is required.")]
    [InlineData("serve --db sdsu.db --library SDSU --partners no.json", "The partners file no.json can't be read: ")]
    [InlineData("serve --db sdsu.db --library CSUN --partners partners.json", "partners.json: libraries: does not name CSUN; add it with its agency id, like \"CSUN\": \"ISIL:US-CSUN\".")]
    [InlineData("serve --db sdsu.db --library SDSU --partners partners.json", "partners.json: partner CHICO: incoming is missing, so its messages could not be told from a stranger's; ")]
    [InlineData("serve --db sdsu.db --library SDSU --partners partners.json --urls http://0.0.0.0:0", "--urls http://0.0.0.0:0 can be reached by other machines. Take http://127.0.0.1:PORT, or add --open-to-network.")]
    [InlineData("serve --db sdsu.db --library SDSU --partners partners.json --anonymous-partners --urls http://127.0.0.1:0 --interval 0s", "BorrowingWorkerSettings.DispatchInterval is 0; allowed is 10 ms to 1 h.")]
    [InlineData("mock-lender --urls https://127.0.0.1:0", "--urls https://127.0.0.1:0 is no address to listen on. Write it like http://127.0.0.1:8700.")]
    [InlineData("mock-lender --urls http://localhost:0", "--urls http://localhost:0 stands for two addresses, which can't share a free port. Take http://127.0.0.1:0.")]
    [InlineData("mock-lender --urls http://192.0.2.1:8700 --open-to-network", "--urls http://192.0.2.1:8700 can't be listened on: ")]
    [InlineData("mock-lender --requester borrower", "--requester borrower is no address. Write it like http://127.0.0.1:8626/iso18626.")]
    [InlineData("mock-lender --agency CHICO", "--agency CHICO is no agency id. Write it like ISIL:US-CSUN.")]
    [InlineData("mock-lender --delay soon", "--delay soon is no length of time. Write it like 200ms, 30s or 5m, a day at most.")]
    [InlineData("mock-lender --version 1.1", "Argument '1.1' not recognized. Must be one of: '1.2' '2021-2'")]
    [InlineData("mock-lender --api-key-from NOT_SET_HERE", "The environment variable NOT_SET_HERE is not set. Put the key into it, or leave --api-key-from out.")]
    [InlineData("mock-lender --api-key-from PATH --api-key-header no:header", "The header no:header can't carry what PATH holds. Take a name like X-Api-Key, and a key without line breaks.")]
    public async Task A_wrong_call_is_explained(string call, string sentence)
    {
        await SubmitAsync("R-1");
        await _tool.WriteAsync("partners.json", Partners);
        var args = call.Split(' ').Select(arg => arg.EndsWith(".db", StringComparison.Ordinal) || arg.EndsWith(".json", StringComparison.Ordinal) ? _tool[arg] : arg);

        var answer = await _tool.RunAsync([.. args]);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith(sentence, answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_no_header_can_carry_is_refused_and_never_repeated()
    {
        const string Variable = "BORROWING_TESTS_BROKEN_KEY";
        Environment.SetEnvironmentVariable(Variable, "open\nsesame");
        try
        {
            var answer = await _tool.RunAsync("mock-lender", "--api-key-from", Variable);

            Assert.Equal(
                (2, "", $"The header X-Api-Key can't carry what {Variable} holds. Take a name like X-Api-Key, and a key without line breaks.\n"),
                (answer.ExitCode, answer.Output, answer.Error));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public async Task An_unknown_scenario_is_answered_with_those_that_there_are()
    {
        var answer = await _tool.RunAsync("mock-lender", "--scenario", "sing");

        Assert.Equal(2, answer.ExitCode);
        var lines = answer.Error.TrimEnd().Split('\n');
        Assert.Equal("There is no scenario sing. The scenarios are:", lines[0]);
        Assert.Equal(Iso18626.Mock.MockScenario.All.Select(scenario => scenario.Name), lines[1..].Select(line => line.Trim().Split(' ')[0]));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_error()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        var answer = await _tool.RunAsync("mock-lender", "--urls", url);

        Assert.Equal((2, ""), (answer.ExitCode, answer.Output));
        Assert.StartsWith($"--urls {url} can't be listened on: ", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mock-lender")]
    [InlineData("serve")]
    public async Task A_command_that_listens_says_where_and_ends_well_when_it_is_stopped(string command)
    {
        using var stop = new CancellationTokenSource();
        await _tool.WriteAsync("partners.json", Partners);
        await using var output = new StopAtFirstLine(stop);
        using var error = new StringWriter();
        var desk = new Terminal.Desk(output, error);
        string[] more = command == "serve"
            ? ["--db", _tool["sdsu.db"], "--library", "SDSU", "--partners", _tool["partners.json"], "--anonymous-partners"]
            : [];

        var exitCode = await Program.RunAsync([command, "--urls", "http://127.0.0.1:0", .. more], desk, stop.Token);

        Assert.Equal(0, exitCode);
        Assert.Matches("^Listening on http://127\\.0\\.0\\.1:[1-9][0-9]+", output.Text);
        Assert.Contains("Stopped", error.ToString(), StringComparison.Ordinal);
    }

    private Task<Tool.Answer> SubmitAsync(string request, params string[] more) => _tool.RunAsync(
        ["submit", request, "--db", _tool["sdsu.db"], "--library", "SDSU", "--patron", "p-4711", "--title", "The Dispossessed", "--isbn", "9780060512750", .. more]);

    /// <summary>Standard output that stops the tool once something is written.</summary>
    private sealed class StopAtFirstLine(CancellationTokenSource stop) : MemoryStream
    {
        public string Text => Terminal.Desk.Utf8.GetString(ToArray());

        public override void Write(byte[] buffer, int offset, int count)
        {
            base.Write(buffer, offset, count);
            stop.Cancel();
        }
    }
}
