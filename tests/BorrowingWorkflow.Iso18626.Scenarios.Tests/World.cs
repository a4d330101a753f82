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
/// A borrower in this process and its lenders in another, each on Kestrel with a port of its own, on clocks that the test moves as one.
/// Nothing happens by itself: the test lets the workers work and the lenders speak.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    public const string R = "R-1";

    private const string Library = "SDSU";
    private const int MostRounds = 200;

    /// <summary>What the lenders' delays come to at most; a longer silence is for the test to let pass.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestWork = TimeSpan.FromMinutes(1);

    private readonly WebApplication _app;
    private readonly FakeTimeProvider _clock;
    private int _messages;

    private World(WebApplication app, FakeTimeProvider clock, Lender[] lenders) => (_app, _clock, Lenders) = (app, clock, lenders);

    /// <summary>The time on both sides; only looked at, since <see cref="AdvanceAsync"/> moves both.</summary>
    public TimeProvider Clock => _clock;

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
    public static Task<World> OfAsync(params Lender[] lenders) => OfAsync(null, lenders);

    public static async Task<World> OfAsync(Action<BorrowingOptions>? configure, params Lender[] lenders)
    {
        var clock = new FakeTimeProvider(new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
        var process = await LenderProcess.OfAllWorldsAsync();
        foreach (var lender in lenders)
        {
            await lender.OpenAsync(process, clock.GetUtcNow());
        }

        var logs = new FakeLoggerProvider();
        var (notifier, circulation) = (new InMemoryPatronNotifier(), new InMemoryCirculation());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddRoutingCore().AddSingleton<TimeProvider>(clock).AddSingleton<IWorkflowStore, InMemoryWorkflowStore>()
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
            await lender.ListenToAsync(world.Address, $"key of {lender.Code}");
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
    public Task StaffAsync(Trigger trigger, InputData? data = null, string request = R, string? partner = null) =>
        DoAsync(trigger, Actor.Staff, data, request, partner);

    /// <summary>The same of a patron.</summary>
    public Task PatronAsync(Trigger trigger, string request = R) => DoAsync(trigger, Actor.Patron, null, request, null);

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

            var next = (await Task.WhenAll(Lenders.Select(lender => lender.Mock.NextDueAsync()))).Min();
            if (next is null || next - Clock.GetUtcNow() > Patience)
            {
                return;
            }

            if (next > Clock.GetUtcNow())
            {
                await AdvanceAsync(next.Value - Clock.GetUtcNow());
            }
        }

        Assert.Fail($"Borrower and lenders never come to rest: {await HistoryAsync()}");
    }

    /// <summary>Lets the workers work once, and the lenders not. The borrower's own time-outs go by a clock that stands, so a lender that hangs is given up here.</summary>
    public Task<int> WorkAsync() => WorkOnceAsync().WaitAsync(LongestWork);

    /// <summary>Moves the clocks, and lets nothing more happen than what waits for them.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        await Task.WhenAll(Lenders.Select(lender => lender.SetClockAsync(Clock.GetUtcNow() + time)));
        _clock.Advance(time);
    }

    /// <summary>Lets time pass in steps, and everything that falls due happen.</summary>
    public async Task PassAsync(TimeSpan time, int steps = 1)
    {
        for (var step = 0; step < steps; step++)
        {
            await AdvanceAsync(time / steps);
            await SettleAsync();
        }
    }

    public async Task<BorrowingRequest> FindAsync(string request = R) => (await Workflow.FindAsync(new(request)))!;

    /// <summary>Fails where the request stands elsewhere, and tells how it came there.</summary>
    public async Task StandsAtAsync(BorrowingStatus status, string request = R)
    {
        var actual = (await FindAsync(request)).Status;
        if (actual != status)
        {
            Assert.Fail($"{request} is {actual} and not {status}.\n{await HistoryAsync(request)}");
        }
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
        List<(string Lender, MockExchange Exchange)> wire = [];
        foreach (var lender in Lenders)
        {
            await lender.StopAsync();
            wire.AddRange(lender.Mock.Exchanges.Select(exchange => (lender.Code, exchange)));
            await lender.CloseAsync();
        }

        Assert.All(wire, one => Schemas.AssertValid(one.Lender, one.Exchange));
        Assert.DoesNotContain(
            Logs.Collector.GetSnapshot(),
            record => record.Message.Contains("secret", StringComparison.Ordinal) || record.Message.Contains("Dispossessed", StringComparison.Ordinal));
    }

    private async Task<int> WorkOnceAsync() =>
        await _app.Services.GetRequiredService<DeadlineSweeper>().SweepAsync() + await _app.Services.GetRequiredService<EffectDispatcher>().DispatchAsync();

    private async Task DoAsync(Trigger trigger, Actor by, InputData? data, string request, string? partner)
    {
        var result = await FireAsync(trigger, by, data, request, partner);
        Assert.True(result.Verdict == Verdict.Applied, $"{trigger} in {result.Status}: {result.Verdict} {result.Reason}");
        await SettleAsync();
    }

    private string NextMessage() => $"m{Interlocked.Increment(ref _messages)}";
}
