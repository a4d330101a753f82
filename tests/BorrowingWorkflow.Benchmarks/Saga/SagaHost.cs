using MassTransit;
using MassTransit.Mediator;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using static BorrowingWorkflow.Benchmarks.Saga.LoanMessages;

namespace BorrowingWorkflow.Benchmarks.Saga;

/// <summary>A program with the saga and its repository in memory.</summary>
internal sealed class SagaHost : IAsyncDisposable
{
    // The number that MassTransit's guidance on sagas gives.
    private const int ConcurrencyLimit = 20;

    private readonly ServiceProvider _services;
    private readonly IBusControl? _bus;

    private SagaHost(ServiceProvider services, IPublishEndpoint endpoint, IBusControl? bus) => (_services, Endpoint, _bus) = (services, endpoint, bus);

    public IPublishEndpoint Endpoint { get; }

    /// <summary>Counts what the bus has consumed to the end.</summary>
    public SagaProgress Progress { get; } = new();

    /// <summary>
    /// On the mediator: the caller's own thread runs the saga, nothing is serialised, and a call is done when the message has been
    /// processed. Without retries and outbox, since nothing fails here and nothing is sent.
    /// </summary>
    public static SagaHost OnMediator()
    {
        var services = Services()
            .AddMediator(mediator => mediator.AddSagaStateMachine<LoanSagaMachine, LoanSaga>().InMemoryRepository())
            .BuildServiceProvider();
        return new(services, services.GetRequiredService<IMediator>(), null);
    }

    /// <summary>On the bus in memory, with what MassTransit's guidance on sagas recommends as a receive endpoint's baseline.</summary>
    public static async Task<SagaHost> OnBusAsync()
    {
        var services = Services()
            .AddMassTransit(bus =>
            {
                bus.DisableUsageTelemetry();
                bus.AddSagaStateMachine<LoanSagaMachine, LoanSaga>().InMemoryRepository();
                bus.UsingInMemory((context, memory) => memory.ReceiveEndpoint("loans", endpoint => Configure(endpoint, context)));
            })
            .BuildServiceProvider();
        var control = services.GetRequiredService<IBusControl>();
        var host = new SagaHost(services, control, control);
        control.ConnectConsumeObserver(host.Progress);
        await control.StartAsync();
        return host;
    }

    /// <summary>Fails where a saga has not come to the end of its life.</summary>
    public async Task EnsureCompletedAsync(IEnumerable<Guid> sagas)
    {
        var repository = _services.GetRequiredService<ILoadSagaRepository<LoanSaga>>();
        foreach (var id in sagas)
        {
            if ((await repository.Load(id))?.CurrentState is not nameof(LoanSagaMachine.RequestCompleted) and var state)
            {
                throw new InvalidOperationException($"The saga {id} came to {state ?? "nothing"}.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_bus is not null)
        {
            await _bus.StopAsync();
        }

        await _services.DisposeAsync();
    }

    // MassTransit keeps the first logger factory for the process, so it must outlive the first host.
    private static IServiceCollection Services() => new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging();

    private static void Configure(IInMemoryReceiveEndpointConfigurator endpoint, IBusRegistrationContext context)
    {
        endpoint.PrefetchCount = ConcurrencyLimit;
        endpoint.UseMessageRetry(retry => retry.Interval(5, 1000));
        endpoint.UseInMemoryOutbox(context);
        endpoint.ConfigureSaga<LoanSaga>(context, saga =>
        {
            var partition = endpoint.CreatePartitioner(ConcurrencyLimit);
            Partition<Submitted>();
            Partition<RotaBuilt>();
            Partition<Sent>();
            Partition<PartnerRejected>();
            Partition<PartnerShipped>();
            Partition<Received>();
            Partition<Loaned>();
            Partition<ReturnedAtBranch>();
            Partition<ReturnedToPartner>();
            Partition<PartnerCheckedIn>();

            void Partition<T>()
                where T : class, CorrelatedBy<Guid> => saga.Message<T>(message => message.UsePartitioner(partition, consumed => consumed.Message.CorrelationId));
        });
    }
}
