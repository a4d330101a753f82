using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.AspNetCore.Tests.Insights;

/// <summary>Requests whose courses a test writes by hand, through the real engine and a clock that only the test moves.</summary>
internal sealed class Term : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private int _messages;

    public Term()
    {
        Store = new();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSingleton<IWorkflowStore>(Store);
        _services = services.AddBorrowingWorkflow(_ => { }).BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public InMemoryWorkflowStore Store { get; }

    public IBorrowingWorkflow Workflow => _services.GetRequiredService<IBorrowingWorkflow>();

    /// <summary>Goes on to a day since the start.</summary>
    public Term On(double day)
    {
        Clock.SetUtcNow(Start + TimeSpan.FromDays(day));
        return this;
    }

    public Term Submit(string request, string library = "SDSU") =>
        Do(request, Trigger.Submit, Actor.Patron, data: new() { Library = library, Patron = "p-1", Title = "The Dispossessed", Isbn = "9780060512750" });

    public Term Rota(string request, params string[] partners) => System(request, Trigger.RotaBuilt, data: new() { Partners = partners });

    /// <summary>Submits, finds a rota, and sends to its first partner.</summary>
    public Term SendOut(string request, params string[] partners) => Submit(request).Rota(request, partners).Sent(request, partners[0]);

    public Term Sent(string request, string partner) => System(request, Trigger.Sent, partner);

    public Term System(string request, Trigger trigger, string? partner = null, InputData? data = null) => Do(request, trigger, Actor.System, partner, data);

    public Term Staff(string request, Trigger trigger, InputData? data = null) => Do(request, trigger, Actor.Staff, data: data);

    public Term Partner(string request, string partner, Trigger trigger, DateTimeOffset? at = null, Trigger? then = null) =>
        Do(request, trigger, Actor.Partner, partner, at: at, then: then);

    /// <summary>The figures at the present moment.</summary>
    public Task<InsightsFigures> ReadAsync(InsightsPeriod period = InsightsPeriod.FourWeeks, string? library = null, int bound = InsightsReader.MostRequests) =>
        new InsightsReader(Store) { Bound = bound }.ReadAsync(new(period, library), Clock.GetUtcNow(), CancellationToken.None);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Term Do(
        string request, Trigger trigger, Actor by, string? partner = null, InputData? data = null, DateTimeOffset? at = null, Trigger? then = null)
    {
        var input = new WorkflowInput
        {
            Request = request, Trigger = trigger, AndThen = then, By = by, MessageId = $"m-{++_messages}", Partner = partner, At = at, Data = data ?? new(),
        };
        var call = by == Actor.Partner ? Workflow.ReceiveAsync(input) : Workflow.ExecuteAsync(input);
        var result = call.AsTask().GetAwaiter().GetResult();
        Assert.True(
            result.Verdict is Verdict.Applied or Verdict.FromInactivePartner,
            $"{trigger} on {request} in the status {result.Status} was {result.Verdict}: {result.Reason}");
        return this;
    }
}
