using BorrowingWorkflow.AspNetCore;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using Microsoft.AspNetCore.Builder;
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
        Check(settings);
        var builder = WebHost.CreateBuilder(desk, settings.Url, LogLevel.Information);
        builder.Services.AddSingleton(store).AddSingleton(desk.Clock);
        builder.Services.AddBorrowingWorkflow(workflow => Build(workflow, desk, settings));
        builder.Services.AddBorrowingWorkers(workers =>
        {
            workers.Libraries.Add(settings.Library);
            workers.DispatchInterval = settings.Interval;
            workers.SweepInterval = settings.Interval;
        });
        AddEndpoint(builder.Services, settings.Partners.Incoming);
        var app = builder.Build();
        MapEndpoint(app, settings.AnonymousPartners);
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
    public static void AddEndpoint(IServiceCollection services, IReadOnlyList<IncomingProof> proofs) =>
        services.AddIso18626Authentication(options =>
        {
            foreach (var proof in proofs)
            {
                options.Secrets.Add(new(proof.Partner) { ApiKey = proof.ApiKey, UserName = proof.UserName, Password = proof.Password });
            }
        });

    /// <summary>Opens the endpoint, to partners that have proved who they are or to anybody.</summary>
    public static void MapEndpoint(WebApplication app, bool anonymous)
    {
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        var endpoint = app.MapIso18626(Path);
        if (anonymous)
        {
            endpoint.AllowAnonymousPeers();
        }
    }

    /// <exception cref="BadInputException">The settings do not fit together.</exception>
    private static void Check(BorrowerSettings settings)
    {
        var library = Columns.Printable(settings.Library);
        if (!settings.Partners.Libraries.ContainsKey(settings.Library))
        {
            throw new BadInputException($"{settings.PartnersPath}: libraries: does not name {library}; add it with its agency id, like \"{library}\": \"ISIL:US-CSUN\".");
        }

        var proofs = settings.Partners.Incoming;
        if (settings.AnonymousPartners && proofs.Count > 0)
        {
            throw new BadInputException($"--anonymous-partners does not go with the \"incoming\" of {proofs[0]} in {settings.PartnersPath}; leave one of them out.");
        }

        var missing = settings.Partners.Partners.FirstOrDefault(partner => proofs.All(proof => proof.Partner != partner.Code));
        if (!settings.AnonymousPartners && missing is not null)
        {
            throw new BadInputException(
                $"{settings.PartnersPath}: partner {Columns.Printable(missing.Code)}: incoming is missing, so its messages could not be told from a stranger's; add {{\"apiKeyFrom\":\"VARIABLE\"}}, or give --anonymous-partners for a trial.");
        }
    }

    public Task StopAsync() => _app.StopAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void Build(BorrowingWorkflowBuilder workflow, Desk desk, BorrowerSettings settings)
    {
        var ports = new TerminalPorts(desk);
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
