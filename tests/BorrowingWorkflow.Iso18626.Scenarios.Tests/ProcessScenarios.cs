using System.Net;
using System.Net.Sockets;
using BorrowingWorkflow.Tests.Servers;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>The tool's own borrower and mock lender, as processes that are killed in the midst of things.</summary>
public sealed class ProcessScenarios : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("borrowing-processes-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_whole_loan_is_made_with_the_commands_alone()
    {
        var port = LoopbackPort.Find();
        using var lender = await MockAsync("will-supply-then-loaned", "50ms", "0", $"http://127.0.0.1:{port}/iso18626");
        await WritePartnersAsync(lender.Address);
        using var borrower = await ServeAsync(port);

        await SubmitAsync();
        await lender.LineAsync("-> SupplyingAgencyMessage R-1 StatusChange Loaned");
        await borrower.LineAsync("item R-1 CreateTemporaryItem");
        await DoAsync("Receive");
        await borrower.LineAsync("notice R-1 NotifyPatron(Arrived)");
        await DoAsync("Loan", "--data", """{"dueDate":"2030-12-18T17:00:00Z"}""");
        await DoAsync("ReturnToPartner");
        await lender.LineAsync("-> SupplyingAgencyMessage R-1 StatusChange LoanCompleted");
        await lender.LineAsync("<- SupplyingAgencyMessageConfirmation R-1 OK");

        Assert.Contains("\"status\":\"RequestCompleted\"", await ShowAsync(), StringComparison.Ordinal);
        Assert.Contains("Stopped. What was not done yet", await borrower.StopAsync("INT"), StringComparison.Ordinal);
        Assert.Contains("Stopped: 1 requests, 0 repeated, 0 refused; 3 messages sent, 0 objected to.", await lender.StopAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_borrower_killed_after_the_lender_took_the_request_and_before_it_saved_that_sends_no_second_one()
    {
        // The confirmation takes fifty seconds, so the borrower is killed long before it has it.
        using var lender = await MockAsync("slow", "5s", "0", null);
        await WritePartnersAsync(lender.Address);
        using (var borrower = await ServeAsync(0))
        {
            await SubmitAsync();
            await lender.LineAsync("<- Request R-1 New");
            await borrower.KillAsync();
        }

        Assert.Contains("\"status\":\"ReadyToBeSent\"", await ShowAsync(), StringComparison.Ordinal);
        using var again = await ServeAsync(0);
        await WaitForStatusAsync("RequestSentToPartner");

        Assert.Contains("Stopped: 1 requests, ", await lender.StopAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_borrower_killed_after_it_saved_the_request_and_before_the_lender_had_it_sends_it_once()
    {
        // Something that takes the connection and reads nothing stands where the lender is to be.
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        await WritePartnersAsync($"http://127.0.0.1:{port}");
        using (var borrower = await ServeAsync(0))
        {
            await SubmitAsync();
            using var connection = await nobody.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromMinutes(1));
            await borrower.KillAsync();
        }

        nobody.Stop();
        using var lender = await MockAsync("silent", "50ms", port.ToString(System.Globalization.CultureInfo.InvariantCulture), null);
        using var again = await ServeAsync(0);
        await lender.LineAsync("<- Request R-1 New");
        await WaitForStatusAsync("RequestSentToPartner");

        Assert.Contains("Stopped: 1 requests, 0 repeated, ", await lender.StopAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lender_whose_message_finds_a_killed_borrower_tells_it_again_after_the_restart()
    {
        var port = LoopbackPort.Find();
        using var lender = await MockAsync("loaned", "2s", "0", $"http://127.0.0.1:{port}/iso18626");
        await WritePartnersAsync(lender.Address);
        using (var borrower = await ServeAsync(port))
        {
            await SubmitAsync();
            await lender.LineAsync("-> RequestConfirmation R-1 OK");
            await borrower.KillAsync();
        }

        using var again = await ServeAsync(port);
        await WaitForStatusAsync("ShippedPhysically");

        Assert.Contains("Stopped: 1 requests, ", await lender.StopAsync(), StringComparison.Ordinal);
    }

    private Task<ToolProcess> MockAsync(string scenario, string delay, string port, string? requester) => ToolProcess.StartAsync(
        _folder,
        ["mock-lender", "--scenario", scenario, "--delay", delay, "--urls", $"http://127.0.0.1:{port}", .. requester is null ? Array.Empty<string>() : ["--requester", requester]]);

    private Task<ToolProcess> ServeAsync(int port) => ToolProcess.StartAsync(
        _folder,
        "serve", "--db", "sdsu.db", "--library", "SDSU", "--partners", "partners.json", "--urls", $"http://127.0.0.1:{port}",
        "--interval", "50ms", "--lease", "1s", "--send-backoff", "200ms", "--anonymous-partners");

    private Task WritePartnersAsync(string lender) => File.WriteAllTextAsync(
        Path.Combine(_folder, "partners.json"),
        $$"""
        {
          "libraries": { "SDSU": "ISIL:US-CASDS" },
          "partners": [{ "code": "CHICO", "agency": "ISIL:US-CCH", "endpoint": "{{lender}}/iso18626" }]
        }
        """);

    private Task<string> SubmitAsync() => ToolProcess.RunAsync(
        _folder, "submit", "R-1", "--db", "sdsu.db", "--library", "SDSU", "--patron", "p-4711", "--title", "The Dispossessed", "--isbn", "9780060512750");

    private Task<string> DoAsync(string trigger, params string[] more) => ToolProcess.RunAsync(_folder, ["do", trigger, "R-1", "--db", "sdsu.db", .. more]);

    private Task<string> ShowAsync() => ToolProcess.RunAsync(_folder, "show", "R-1", "--db", "sdsu.db", "--format", "json");

    /// <summary>Looks until the request stands there; each look is a process of its own, which is wait enough.</summary>
    private async Task WaitForStatusAsync(string status)
    {
        var shown = "";
        for (var look = 0; look < 60; look++)
        {
            shown = await ShowAsync();
            if (shown.Contains($"\"status\":\"{status}\"", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"R-1 never came to {status}: {shown}");
    }
}
