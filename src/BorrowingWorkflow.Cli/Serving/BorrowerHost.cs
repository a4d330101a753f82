using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>A whole borrower in one process.</summary>
internal sealed class BorrowerHost : IAsyncDisposable
{
    /// <summary>Where partners post their messages.</summary>
    public const string Path = "/iso18626";

    private readonly WebApplication _app;

    private BorrowerHost(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Address => WebHost.AddressOf(_app);

    /// <summary>Starts a borrower.</summary>
    /// <exception cref="BadInputException">The address can't be listened on, or the partners file does not name the library.</exception>
    public static async Task<BorrowerHost> StartAsync(Desk desk, IWorkflowStore store, BorrowerSettings settings, CancellationToken cancellationToken)
    {
        if (!settings.Partners.Libraries.ContainsKey(settings.Library))
        {
            throw new BadInputException(
                $"{settings.PartnersPath}: libraries: does not name {Columns.Printable(settings.Library)}; add it with its agency id, like \"{Columns.Printable(settings.Library)}\": \"ISIL:US-CSUN\".");
        }

        var builder = WebHost.CreateBuilder(desk, settings.Url, LogLevel.Information);
        builder.Services.AddSingleton(store).AddSingleton(desk.Clock);
        builder.Services.AddBorrowingWorkflow(workflow => Build(workflow, desk, settings));
        builder.Services.AddBorrowingWorkers(workers =>
        {
            workers.Libraries.Add(settings.Library);
            workers.DispatchInterval = settings.Interval;
            workers.SweepInterval = settings.Interval;
        });
        AddEndpoint(builder.Services, new Dictionary<string, (string, string)>());
        var app = builder.Build();
        MapEndpoint(app);
        var host = new BorrowerHost(app);
        try
        {
            await WebHost.StartAsync(app, settings.Url, cancellationToken);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds what the endpoint needs.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="keys">The header and the key by which each partner is known, by the partner's code.</param>
    public static void AddEndpoint(IServiceCollection services, IReadOnlyDictionary<string, (string Header, string Key)> keys)
    {
        services.AddSingleton(keys);
        services.AddSingleton(provider => new Iso18626Receiver(
            provider.GetRequiredService<IBorrowingWorkflow>(), provider.GetRequiredService<IPeerDirectory>(), provider.GetRequiredService<Iso18626Options>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetService<ILogger<Iso18626Receiver>>()));
    }

    public static void MapEndpoint(WebApplication app)
    {
        app.UseRouting();
        ((IEndpointRouteBuilder)app).MapPost(Path, async context =>
        {
            var keys = context.RequestServices.GetRequiredService<IReadOnlyDictionary<string, (string Header, string Key)>>();
            var who = keys.Where(pair => context.Request.Headers[pair.Value.Header] == pair.Value.Key).Select(pair => pair.Key).ToList();
            if (keys.Count > 0 && who.Count == 0)
            {
                context.Response.StatusCode = 401;
                return;
            }

            var receipt = await context.RequestServices.GetRequiredService<Iso18626Receiver>().ReceiveAsync(
                context.Request.Body, keys.Count == 0 ? PeerIdentity.Anonymous : PeerIdentity.Of(who), null, context.RequestAborted);
            context.Response.ContentType = "application/xml; charset=utf-8";
            await context.Response.Body.WriteAsync(receipt.Content, context.RequestAborted);
        });
    }

    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Build(BorrowingWorkflowBuilder workflow, Desk desk, BorrowerSettings settings)
    {
        var ports = new DeskPorts(desk);
        workflow.Services.AddSingleton<IPatronNotifier>(ports).AddSingleton<ICirculation>(ports)
            .AddSingleton<IHoldingsLocator>(new InMemoryHoldingsLocator((_, partner) => new(partner)));
        workflow.UsePartners(settings.Partners.Partners)
            .Configure(options =>
            {
                options.SendBackoff = settings.SendBackoff;
                options.LongestSendBackoff = TimeSpan.FromTicks(Math.Max(options.LongestSendBackoff.Ticks, settings.SendBackoff.Ticks));
            })
            .ConfigureDispatch(dispatch => dispatch.Lease = settings.Lease)
            .UseIso18626(options =>
            {
                foreach (var (code, agency) in settings.Partners.Libraries)
                {
                    options.Libraries[code] = agency;
                }
            });
        foreach (var peer in settings.Partners.Peers)
        {
            workflow.AddPeer(peer);
        }
    }
}
