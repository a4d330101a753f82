using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BorrowingWorkflow.Hosting.Tests;

/// <summary>A generic host with the workflow and its workers, on a clock that the test moves.</summary>
internal sealed class WorkingHost : IAsyncDisposable
{
    public static readonly DateTimeOffset Tuesday = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly IHost _host;
    private bool _isRunning;

    public WorkingHost(
        IWorkflowStore? store = null,
        Action<BorrowingWorkerSettings>? settings = null,
        Action<BorrowingWorkflowBuilder>? workflow = null,
        Action<IServiceCollection>? services = null,
        RestingClock? clock = null)
    {
        Clock = clock ?? new(Tuesday);
        Store = store ?? new InMemoryWorkflowStore();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace);
        services?.Invoke(builder.Services);
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(Store);
        builder.Services.AddBorrowingWorkflow(parts =>
        {
            workflow?.Invoke(parts);
            parts.UsePartners(new Partner("CHICO"), new Partner("CSUN")).UseTransport<InMemoryPartnerTransport>().UseNotifier<InMemoryPatronNotifier>()
                .UseCirculation<InMemoryCirculation>().Services.AddSingleton<IHoldingsLocator>(new InMemoryHoldingsLocator((_, partner) => new(partner)));
        });
        builder.Services.AddBorrowingWorkers(settings);
        builder.Services.AddHealthChecks().AddBorrowingWorkflow();
        _host = builder.Build();
    }

    public RestingClock Clock { get; }

    public IWorkflowStore Store { get; }

    public FakeLoggerProvider Logs { get; } = new();

    public IBorrowingWorkflow Workflow => Get<IBorrowingWorkflow>();

    public InMemoryPartnerTransport Transport => (InMemoryPartnerTransport)Get<IPartnerTransport>();

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public async Task StartAsync()
    {
        await _host.StartAsync();
        _isRunning = true;
    }

    public Task StopAsync() => _host.StopAsync();

    public ValueTask<TransitionResult> SubmitAsync(RequestId request) => Workflow.SubmitAsync(
        request, new() { Library = "SDSU", Patron = new("p-secret"), Citation = new() { Title = "A secret title", Isbn = "9780060512750" } }, "form");

    public ValueTask<TransitionResult> ImportAsync(RequestId request, BorrowingStatus status, DateTimeOffset enteredAt) => Workflow.ExecuteAsync(new()
    {
        Request = request, Trigger = Trigger.Import, By = Actor.System, MessageId = "import",
        Data = new() { Library = "SDSU", Patron = "p-secret", Title = "A secret title", Status = status, EnteredAt = enteredAt },
    });

    public async Task<BorrowingStatus> StatusAsync(RequestId request) => (await Workflow.FindAsync(request))!.Status;

    /// <summary>A request that staff cancel: by the first cancellation the locate stops, by the second the request.</summary>
    public async Task CancelledAsync(RequestId request)
    {
        await ImportAsync(request, BorrowingStatus.LocateInProcess, Tuesday);
        foreach (var message in (string[])["stop", "cancel"])
        {
            await Workflow.ExecuteAsync(new() { Request = request, Trigger = Trigger.CancelByStaff, By = Actor.Staff, MessageId = message });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_isRunning)
        {
            await _host.StopAsync();
        }

        _host.Dispose();
    }
}
