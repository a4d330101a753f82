using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Fakes;
using BorrowingWorkflow.Testing.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Testing.Choirs;

/// <summary>A case at work: hosts on views of one storage, all on one clock, and many callers.</summary>
internal sealed class ChoirHall(StoreHarness harness, int seed, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const int Callers = 16;

    private readonly List<ServiceProvider> _hosts = [];
    private readonly List<IWorkflowStore> _views = [];

    public static string[] Partners { get; } = ["CHICO", "CSUN", "SJSU"];

    public StoreHarness Harness => harness;

    public CancellationToken CancellationToken => cancellationToken;

    public FakeTimeProvider Clock { get; } = new(new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero));

    public ScriptedTransport Transport { get; } = new();

    public InMemoryPatronNotifier Notifier { get; } = new();

    public InMemoryCirculation Circulation { get; } = new();

    public int Seed => seed;

    /// <summary>Opens a view, with a host on it.</summary>
    public async Task<IServiceProvider> OpenAsync()
    {
        var view = await harness.OpenAsync(cancellationToken).ConfigureAwait(false);
        _views.Add(view);
        return Host(new PausingStore(view), Clock);
    }

    /// <summary>A host on a store of its own in memory, on a clock of its own.</summary>
    public IServiceProvider Apart(FakeTimeProvider clock) => Host(new InMemoryWorkflowStore(), clock);

    /// <summary>Ends the hosts and the views that were opened.</summary>
    public async ValueTask CloseAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var view in _views)
        {
            await view.CloseAsync().ConfigureAwait(false);
        }

        _hosts.Clear();
        _views.Clear();
    }

    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>A request that a partner considers: from there every kind of input leads somewhere.</summary>
    public async Task<RequestId> MakeAsync(IServiceProvider host, string id = "R-1")
    {
        var submission = new Submission
        {
            Library = "SDSU",
            Patron = new($"patron-of-{id}"),
            Citation = new() { Title = "The Dispossessed", Author = "Le Guin, Ursula K.", Isbn = "9780060512750" },
        };
        var journey = new Journey(host.GetRequiredService<IBorrowingWorkflow>(), new(), Clock.GetUtcNow(), id, submission, Partners);
        return (await journey.ToAsync(BorrowingStatus.RequestSentToPartner, cancellationToken).ConfigureAwait(false)).Id;
    }

    /// <summary>Gives all inputs to the hosts in turn, by many callers at once, and tells what each was told.</summary>
    public async Task<IReadOnlyList<Sung>> SingAsync(IReadOnlyList<WorkflowInput> song, params IServiceProvider[] hosts)
    {
        var sung = new Sung[song.Count];
        await Parallel.ForAsync(0, song.Count, new ParallelOptions { MaxDegreeOfParallelism = Callers, CancellationToken = cancellationToken }, async (index, token) =>
        {
            var (workflow, input) = (hosts[index % hosts.Length].GetRequiredService<IBorrowingWorkflow>(), song[index]);
            await Task.Yield();
            var result = input.By == Actor.Partner
                ? await workflow.ReceiveAsync(input, token).ConfigureAwait(false)
                : await workflow.ExecuteAsync(input, token).ConfigureAwait(false);
            sung[index] = new(input, result);
        }).ConfigureAwait(false);
        return sung;
    }

    /// <summary>Lets several workers do the same until there is nothing left to do.</summary>
    public Task UntilNothingIsLeftAsync(int workers, Func<CancellationToken, ValueTask<int>> work) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(
            async () =>
            {
                while (await work(cancellationToken).ConfigureAwait(false) > 0)
                {
                }
            },
            cancellationToken)));

    private ServiceProvider Host(IWorkflowStore store, FakeTimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(store);
        services.AddSingleton<IPartnerTransport>(Transport);
        services.AddSingleton<IPatronNotifier>(Notifier);
        services.AddSingleton<ICirculation>(Circulation);
        services.AddSingleton<IHoldingsLocator>(new InMemoryHoldingsLocator((_, partner) => new Holding(partner)));
        services.AddBorrowingWorkflow(builder => builder
            .UsePartners(Partners.Select(code => new Partners.Partner(code)))
            .Configure(options => options.DecisionAttempts = int.MaxValue));
        var host = services.BuildServiceProvider();
        _hosts.Add(host);
        return host;
    }
}
