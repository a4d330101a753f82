using BorrowingWorkflow.Cli.Serving;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>
/// A borrower and its lenders, each on Kestrel with a port of its own, on one clock that the test moves. Nothing happens by itself: the test
/// lets the workers work and the lenders speak.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    public const string R = "R-1";

    private const string Library = "SDSU";
    private const int MostRounds = 200;

    /// <summary>What the lenders' delays come to at most; a longer silence is for the test to let pass.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication _app;
    private int _messages;

    private World(WebApplication app, FakeTimeProvider clock, Lender[] lenders) => (_app, Clock, Lenders) = (app, clock, lenders);

    public FakeTimeProvider Clock { get; }

    public IReadOnlyList<Lender> Lenders { get; }

    public FakeLoggerProvider Logs { get; private init; } = null!;

    public InMemoryPatronNotifier Notifier { get; private init; } = null!;

    public InMemoryCirculation Circulation { get; private init; } = null!;

    public IBorrowingWorkflow Workflow => _app.Services.GetRequiredService<IBorrowingWorkflow>();

    public string Address => WebHost.AddressOf(_app);

    public Lender this[string code] => Lenders.Single(lender => lender.Code == code);

    public static Lender Lends(string code, string scenario, Iso18626Version version = Iso18626Version.V1_2, Dialect? dialect = null) =>
        new(code, MockScenario.Find(scenario)!, version, dialect);

    public static Lender Lends(string code, MockScenario scenario, Iso18626Version version = Iso18626Version.V1_2) => new(code, scenario, version, null);

    /// <summary>One lender, CHICO, with the scenario.</summary>
    public static Task<World> WithAsync(string scenario, Iso18626Version version = Iso18626Version.V1_2, Dialect? dialect = null) =>
        OfAsync(Lends("CHICO", scenario, version, dialect));

    /// <summary>These lenders, asked in this order.</summary>
    public static Task<World> OfAsync(params Lender[] lenders) => OfAsync(null, null, lenders);

    public static async Task<World> OfAsync(IWorkflowStore? store, Action<BorrowingOptions>? configure, params Lender[] lenders)
    {
        var clock = new FakeTimeProvider(new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
        foreach (var lender in lenders)
        {
            await lender.StartAsync(clock);
        }

        var logs = new FakeLoggerProvider();
        var (notifier, circulation) = (new InMemoryPatronNotifier(), new InMemoryCirculation());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddRoutingCore().AddSingleton<TimeProvider>(clock).AddSingleton(store ?? new InMemoryWorkflowStore())
            .AddSingleton<IPatronNotifier>(notifier).AddSingleton<ICirculation>(circulation)
            .AddSingleton<IHoldingsLocator>(new InMemoryHoldingsLocator((_, partner) => new(partner)));
        builder.Services.AddBorrowingWorkflow(workflow =>
        {
            workflow.UsePartners(lenders.Select((lender, index) => lender.Partner with { Priority = index }))
                .Configure(configure ?? (_ => { }))
                .UseIso18626(options =>
                {
                    options.Libraries[Library] = new("ISIL", "US-CASDS");
                    options.Retries = 0;
                });
            foreach (var lender in lenders)
            {
                workflow.AddPeer(lender.Peer);
            }
        });
        BorrowerHost.AddEndpoint(builder.Services, [.. lenders.Select(lender => new IncomingProof(lender.Code, $"key of {lender.Code}", null, null))]);
        var app = builder.Build();
        BorrowerHost.MapEndpoint(app, anonymous: false);
        await app.StartAsync();
        var world = new World(app, clock, lenders) { Logs = logs, Notifier = notifier, Circulation = circulation };
        foreach (var lender in lenders)
        {
            lender.ListensTo(world.Address, $"key of {lender.Code}");
        }

        return world;
    }

    /// <summary>A patron submits a request, and everything that follows at once happens.</summary>
    public async Task<World> SubmitAsync(string request = R, RequestFormat format = RequestFormat.Physical)
    {
        await SubmitOnlyAsync(request, format);
        await SettleAsync();
        return this;
    }

    public async Task SubmitOnlyAsync(string request = R, RequestFormat format = RequestFormat.Physical)
    {
        var wish = new Submission
        {
            Library = Library,
            Patron = new("p-secret-4711"),
            Citation = new() { Title = "The Dispossessed", Author = "Le Guin, Ursula K.", Isbn = "9780060512750", Format = format },
        };
        Assert.Equal(Verdict.Applied, (await Workflow.SubmitAsync(new(request), wish, NextMessage())).Verdict);
    }

    /// <summary>Staff do something, which must be possible, and everything that follows at once happens.</summary>
    public async Task StaffAsync(Trigger trigger, InputData? data = null, string request = R, string? partner = null)
    {
        var result = await FireAsync(trigger, Actor.Staff, data, request, partner);
        Assert.True(result.Verdict == Verdict.Applied, $"{trigger} in {result.Status}: {result.Verdict} {result.Reason}");
        await SettleAsync();
    }

    public async Task PatronAsync(Trigger trigger, string request = R)
    {
        var result = await FireAsync(trigger, Actor.Patron, null, request);
        Assert.True(result.Verdict == Verdict.Applied, $"{trigger} in {result.Status}: {result.Verdict} {result.Reason}");
        await SettleAsync();
    }

    /// <summary>Somebody does something, and nothing follows yet.</summary>
    public ValueTask<TransitionResult> FireAsync(Trigger trigger, Actor by, InputData? data = null, string request = R, string? partner = null) =>
        Workflow.ExecuteAsync(new() { Request = new(request), Trigger = trigger, By = by, MessageId = NextMessage(), Data = data ?? new(), Partner = partner });

    /// <summary>The item goes its usual way from the mail room to the patron.</summary>
    public async Task LendAsync(int days = 20)
    {
        await StaffAsync(Trigger.Receive);
        await StaffAsync(Trigger.Loan, new() { DueDate = Clock.GetUtcNow().AddDays(days) });
    }

    /// <summary>Lets the workers work and the lenders speak until nobody has anything to do for now.</summary>
    public async Task SettleAsync()
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var moved = await WorkAsync();
            foreach (var lender in Lenders)
            {
                moved += await lender.SpeakAsync();
            }

            if (moved > 0)
            {
                continue;
            }

            var next = Lenders.Select(lender => lender.Mock.NextDue).Min();
            if (next is null || next - Clock.GetUtcNow() > Patience)
            {
                return;
            }

            Clock.SetUtcNow(next.Value > Clock.GetUtcNow() ? next.Value : Clock.GetUtcNow());
        }

        Assert.Fail($"Borrower and lenders never come to rest: {await HistoryAsync()}");
    }

    /// <summary>Lets the workers work once, and the lenders not.</summary>
    public async Task<int> WorkAsync() =>
        await _app.Services.GetRequiredService<DeadlineSweeper>().SweepAsync() + await _app.Services.GetRequiredService<EffectDispatcher>().DispatchAsync();

    /// <summary>Lets time pass in steps, and everything that falls due happen.</summary>
    public async Task PassAsync(TimeSpan time, int steps = 1)
    {
        for (var step = 0; step < steps; step++)
        {
            Clock.Advance(time / steps);
            await SettleAsync();
        }
    }

    public async Task<BorrowingRequest> FindAsync(string request = R) => (await Workflow.FindAsync(new(request)))!;

    /// <summary>Fails where the request stands elsewhere, and tells how it came there.</summary>
    public async Task StandsAtAsync(BorrowingStatus status, string request = R)
    {
        var actual = (await FindAsync(request)).Status;
        Assert.True(actual == status, $"{request} is {actual} and not {status}.\n{await HistoryAsync(request)}");
    }

    /// <summary>What happened, a line each: trigger, sender, verdict, clause, status.</summary>
    public async Task<string> HistoryAsync(string request = R)
    {
        var history = (await Workflow.HistoryAsync(new(request))).Select(one => $"{one.Trigger} {one.By} {one.Partner} {one.Verdict} {one.Clause} {one.To}");
        var wire = Lenders.SelectMany(lender => lender.Mock.Exchanges.Select(exchange => (exchange.At, Line: $"{lender.Code} {exchange}"))).OrderBy(line => line.At).Select(line => line.Line);
        return $"{string.Join('\n', history)}\n{string.Join('\n', wire)}";
    }

    /// <summary>The verdicts on what a partner's messages were taken for.</summary>
    public async Task<IReadOnlyList<Verdict>> VerdictsAsync(Trigger trigger, string request = R) =>
        [.. (await Workflow.HistoryAsync(new(request))).Where(one => one.Trigger == trigger || one.AndThen == trigger).Select(one => one.Verdict)];

    public bool Alerted(string alert) => Notifier.Alerts.Any(one => one.Detail == alert);

    public bool Notified(string notice) => Notifier.Notices.Any(one => one.Detail == notice);

    /// <summary>Everything that went over the wire is valid by its version's schema, and the log holds no patron data.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        foreach (var lender in Lenders)
        {
            await lender.DisposeAsync();
        }

        Assert.All(Lenders.SelectMany(lender => lender.Mock.Exchanges, (lender, exchange) => (lender.Code, exchange)), one => Schemas.AssertValid(one.Code, one.exchange));
        Assert.DoesNotContain(
            Logs.Collector.GetSnapshot(),
            record => record.Message.Contains("secret", StringComparison.Ordinal) || record.Message.Contains("Dispossessed", StringComparison.Ordinal));
    }

    private string NextMessage() => $"m{Interlocked.Increment(ref _messages)}";
}
