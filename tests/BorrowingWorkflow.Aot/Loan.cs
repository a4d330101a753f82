using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorrowingWorkflow.Aot;

/// <summary>One request from submission to completion: a borrower on a store, and a lender that it reaches by ISO 18626 over HTTP.</summary>
internal sealed class Loan : IAsyncDisposable
{
    private const string Request = "R-1";

    private readonly string _name;
    private readonly MockLender _lender = new(MockScenario.Find("loaned")!, new() { Delay = TimeSpan.Zero });
    private readonly HttpClient _http = new();
    private readonly LoopbackServer _lenderServer;
    private readonly LoopbackServer _borrowerServer;
    private readonly ServiceProvider _services;
    private readonly IBorrowingWorkflow _workflow;
    private readonly MockCourier _courier;

    private Loan(string name, Action<BorrowingWorkflowBuilder> store)
    {
        _name = name;
        _lenderServer = new(body =>
        {
            var answer = _lender.Receive(body);
            return Task.FromResult((answer.StatusCode, answer.Body));
        });
        var services = new ServiceCollection();
        services.AddBorrowingWorkflow(builder =>
        {
            store(builder);
            builder.UsePartners(new Partner("CHICO"))
                .UseNotifier<InMemoryPatronNotifier>()
                .UseCirculation<InMemoryCirculation>()
                .UseIso18626(iso => iso.Libraries["SDSU"] = new("ISIL", "US-CASDS"))
                .AddPeer(new() { Partner = "CHICO", Agency = new("ISIL", "US-CCH"), Endpoint = _lenderServer.Address });
        });
        services.AddSingleton<IHoldingsLocator>(new InMemoryHoldingsLocator((_, partner) => new(partner)));
        _services = services.BuildServiceProvider();
        _workflow = _services.GetRequiredService<IBorrowingWorkflow>();
        _borrowerServer = new(ReceiveAsync);
        _courier = new(_lender, _http, _borrowerServer.Address, NullLogger<MockCourier>.Instance);
    }

    public static async Task RunAsync(string name, Action<BorrowingWorkflowBuilder> store)
    {
        await using var loan = new Loan(name, store);
        await loan.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _lenderServer.DisposeAsync();
        await _borrowerServer.DisposeAsync();
        await _services.DisposeAsync();
        _http.Dispose();
    }

    private async Task RunAsync()
    {
        var wish = new Submission { Library = "SDSU", Patron = new("p-4711"), Citation = new() { Title = "The Dispossessed", Isbn = "9780060512750" } };
        await _workflow.SubmitAsync(Request, wish, messageId: "form-1");
        await GoesOnAsync(BorrowingStatus.ShippedPhysically);
        await StaffAsync(Trigger.Receive, new());
        await GoesOnAsync(BorrowingStatus.PhysicallyReceivedByLibrary);
        await StaffAsync(Trigger.Loan, new() { DueDate = TimeProvider.System.GetUtcNow().AddDays(21) });
        await GoesOnAsync(BorrowingStatus.LoanedItemToPatron);
        await LooksAsync();
        await StaffAsync(Trigger.ReturnToPartner, new());
        await GoesOnAsync(BorrowingStatus.RequestCompleted);
        Say($"{_lender.Tally.Requests} request to the lender, {_lender.Tally.Objected} objections");
    }

    private async Task StaffAsync(Trigger trigger, InputData data)
    {
        var result = await _workflow.ExecuteAsync(
            new() { Request = Request, Trigger = trigger, By = Actor.Staff, Who = "ana", MessageId = $"desk-{trigger}", Data = data });
        Require(result.Verdict == Verdict.Applied, $"{trigger} is {result.Verdict}: {result.Reason}");
    }

    /// <summary>Everything is carried out that is due, here and at the lender's.</summary>
    private async Task GoesOnAsync(BorrowingStatus status)
    {
        var dispatcher = _services.GetRequiredService<EffectDispatcher>();
        while (await dispatcher.DispatchAsync() + await _courier.BringDueAsync() > 0)
        {
        }

        var found = (await _workflow.FindAsync(Request))!.Status;
        Require(found == status, $"{found} instead of {status}");
        Say($"{found}");
    }

    /// <summary>The lists that staff work, the detectors, the diagram: none of them is lost by trimming.</summary>
    private async Task LooksAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var tasks = await _services.GetRequiredService<CheckRunner>().TasksAsync(new());
        var report = await _services.GetRequiredService<AnomalyScan>().RunAsync(now);
        var history = await _workflow.HistoryAsync(Request);
        Require(tasks.Daily.Count > 0, "no list for today");
        Require(report.Findings.Count == 0, $"findings: {string.Join(", ", report.Findings)}");
        Require(history.Count >= 6, $"only {history.Count} events");
    }

    private async Task<(int Status, ReadOnlyMemory<byte> Body)> ReceiveAsync(byte[] body)
    {
        using var stream = new MemoryStream(body);
        var receipt = await _services.GetRequiredService<Iso18626Receiver>().ReceiveAsync(stream, PeerIdentity.Of("CHICO"));
        return (200, receipt.Content);
    }

    private void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{_name}: {otherwise}");
        }
    }

    private void Say(string line) => Console.WriteLine($"{_name}: {line}");
}
