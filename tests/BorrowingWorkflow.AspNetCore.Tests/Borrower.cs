using BorrowingWorkflow.AspNetCore.Authentication;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace BorrowingWorkflow.AspNetCore.Tests;

/// <summary>A borrower behind a real server on loopback, with request R-1 sent to CSUN and CHICO next in its rota.</summary>
internal sealed class Borrower : IAsyncDisposable
{
    public const string Path = "/iso18626";

    private static readonly string[] Codes = ["CSUN", "CHICO", "SJSU"];

    private readonly BorrowingWorld _world;

    private Borrower(BorrowingWorld world, WebApplication app)
    {
        _world = world;
        App = app;
        Client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public WebApplication App { get; }

    /// <summary>A client that shows nothing of itself.</summary>
    public HttpClient Client { get; }

    public IBorrowingWorkflow Workflow => App.Services.GetRequiredService<IBorrowingWorkflow>();

    public FakeLogCollector Logs => App.Services.GetFakeLogCollector();

    public static async Task<Borrower> OpenAsync(
        Action<WebApplicationBuilder>? build = null,
        Action<Iso18626EndpointConventionBuilder>? map = null,
        Func<IWorkflowStore, IWorkflowStore>? store = null,
        Action<Iso18626AuthenticationOptions>? authentication = null)
    {
        var inner = new InMemoryWorkflowStore();
        var world = new BorrowingWorld(new() { Store = inner });
        await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);

        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddFakeLogging().SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton(store?.Invoke(inner) ?? inner);
        builder.Services.AddSingleton<TimeProvider>(world.Clock);
        builder.Services.AddBorrowingWorkflow(workflow =>
        {
            workflow.UsePartners(new Partner("CSUN"), new Partner("CHICO"), new Partner("SJSU"))
                .UseIso18626(options => options.Libraries["SDSU"] = new("ISIL", "US-SDSU"));
            foreach (var code in Codes)
            {
                workflow.AddPeer(new() { Partner = code, Agency = new("ISIL", $"US-{code}"), Endpoint = new("http://127.0.0.1:9/") });
            }
        });
        if (authentication is not null)
        {
            builder.Services.AddIso18626Authentication(authentication);
        }

        build?.Invoke(builder);
        var app = builder.Build();
        var endpoint = app.MapIso18626(Path);
        map?.Invoke(endpoint);
        await app.StartAsync();
        return new(world, app);
    }

    /// <summary>Peers with an API key each: key-of-CSUN and so on.</summary>
    public static Task<Borrower> WithKeysAsync(
        Action<WebApplicationBuilder>? build = null, Func<IWorkflowStore, IWorkflowStore>? store = null) =>
        OpenAsync(build, null, store, options =>
        {
            foreach (var code in Codes)
            {
                options.Secrets.Add(new(code) { ApiKey = $"key-of-{code}" });
            }
        });

    public Task<HttpResponseMessage> PostAsync(HttpContent content, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Client.SendAsync(request);
    }

    /// <summary>Posts with the key of a partner.</summary>
    public Task<HttpResponseMessage> PostAsAsync(string partner, HttpContent content) => PostAsync(content, ("X-Api-Key", $"key-of-{partner}"));

    public async Task<BorrowingStatus> StatusAsync() => (await Workflow.FindAsync("R-1"))!.Status;

    public async Task<int> MessagesAsync() => (await Workflow.HistoryAsync("R-1")).Count(entry => entry.By == Machine.Actor.Partner);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        await _world.DisposeAsync();
    }
}
