using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>A whole borrower in memory: engine, ports, dispatcher and sweeper on a clock that tests move.</summary>
internal sealed class Desk : IDisposable
{
    private readonly ServiceProvider _services;
    private int _messages;

    public Desk(Func<PartnerSend, Delivery>? transport = null, Action<BorrowingWorkflowBuilder>? configure = null, params Partner[] partners)
    {
        Partner[] known = partners.Length > 0 ? partners : [new("CSUN"), new("CHICO"), new("SJSU")];
        Transport = new(transport ?? (_ => Delivery.Delivered));
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<IPartnerTransport>(Transport);
        services.AddSingleton<IPatronNotifier>(Notifier);
        services.AddSingleton<ICirculation>(Circulation);
        services.AddBorrowingWorkflow(builder =>
        {
            configure?.Invoke(builder);
            builder.UseInMemoryStore().UsePartners(known);
            builder.Services.AddSingleton<IHoldingsLocator>(new InMemoryHoldingsLocator((_, partner) => new Holding(partner)));
        });
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero));

    public InMemoryPartnerTransport Transport { get; }

    public InMemoryPatronNotifier Notifier { get; } = new();

    public InMemoryCirculation Circulation { get; } = new();

    public IBorrowingWorkflow Workflow => _services.GetRequiredService<IBorrowingWorkflow>();

    public IWorkflowStore Store => _services.GetRequiredService<IWorkflowStore>();

    public static Submission Wish { get; } = new()
    {
        Library = "SDSU",
        Patron = new("P1"),
        Citation = new() { Title = "The Dispossessed", Author = "Le Guin, Ursula K.", Isbn = "9780060512750" },
    };

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask<TransitionResult> SubmitAsync(RequestId request) => Workflow.SubmitAsync(request, Wish, NextMessage());

    public ValueTask<TransitionResult> StaffAsync(RequestId request, Trigger trigger, InputData? data = null, string? partner = null) =>
        Workflow.ExecuteAsync(Input(request, trigger, Actor.Staff, data, partner));

    public ValueTask<TransitionResult> PatronAsync(RequestId request, Trigger trigger) =>
        Workflow.ExecuteAsync(Input(request, trigger, Actor.Patron, null, null));

    public ValueTask<TransitionResult> PartnerAsync(RequestId request, string partner, Trigger trigger, InputData? data = null) =>
        Workflow.ReceiveAsync(Input(request, trigger, Actor.Partner, data, partner));

    /// <summary>Lets dispatcher and sweeper work until nothing is due.</summary>
    public async Task SettleAsync()
    {
        var (dispatcher, sweeper) = (Get<EffectDispatcher>(), Get<DeadlineSweeper>());
        for (var round = 0; round < 100; round++)
        {
            if (await sweeper.SweepAsync() + await dispatcher.DispatchAsync() == 0)
            {
                return;
            }
        }

        Assert.Fail("Dispatcher and sweeper never come to rest.");
    }

    public async Task<BorrowingRequest> FindAsync(RequestId request) =>
        await Workflow.FindAsync(request) ?? throw new InvalidOperationException($"There is no request {request}.");

    public async Task<BorrowingStatus> StatusOfAsync(RequestId request) => (await FindAsync(request)).Status;

    public void Dispose() => _services.Dispose();

    private WorkflowInput Input(RequestId request, Trigger trigger, Actor by, InputData? data, string? partner) =>
        new() { Request = request, Trigger = trigger, By = by, MessageId = NextMessage(), Partner = partner, Data = data ?? new() };

    private string NextMessage() => $"m{++_messages}";
}
