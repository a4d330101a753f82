using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Sqlite;
using BorrowingWorkflow.Testing.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Desk.Tests.Hosts;

/// <summary>Says what desk to open. Where it says nothing of requests, there are none.</summary>
internal sealed class DeskBuilder
{
    private readonly List<Action<IServiceCollection>> _services = [];
    private readonly List<Action<WebApplication>> _maps = [];
    private readonly BorrowingWorldOptions _options = new() { Start = DeskHost.LastAfternoon };
    private string? _term;
    private Func<BorrowingWorld, Task> _make = _ => Task.CompletedTask;

    public static DeskBuilder ADesk() => new();

    /// <summary>With the term that comes with the tool, in a SQLite file.</summary>
    public DeskBuilder WithTerm() => WithTerm(TermFile.Small);

    /// <summary>With a term of shared/data, in a SQLite file. The test that says so skips where it is not there.</summary>
    public DeskBuilder WithTerm(string name)
    {
        _term = name;
        return this;
    }

    /// <summary>With requests that the test makes. The desk opens at the moment where that ends.</summary>
    public DeskBuilder WithRequests(Func<BorrowingWorld, Task> make)
    {
        _make = make;
        return this;
    }

    /// <summary>Sets the moment at which the desk opens, or at which the making of its requests begins.</summary>
    public DeskBuilder At(DateTimeOffset now)
    {
        _options.Start = now;
        return this;
    }

    /// <summary>Registers what the host has beside the desk.</summary>
    public DeskBuilder WithServices(Action<IServiceCollection> add)
    {
        _services.Add(add);
        return this;
    }

    /// <summary>Puts something in front of the desk.</summary>
    public DeskBuilder Mapping(Action<WebApplication> map)
    {
        _maps.Add(map);
        return this;
    }

    public async Task<DeskHost> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("borrowing-desk-");
        IItemSource? items = null;
        if (_term is not null)
        {
            var path = Path.Combine(folder.FullName, "term.db");
            await TermFile.CopyAsync(_term, path);
            _options.Store = new SqliteWorkflowStore(path);
            items = (await TermFile.ItemsAsync(_term)).Source;
        }

        var world = new BorrowingWorld(_options);
        await _make(world);
        var app = Build(world, items);
        await app.StartAsync();
        return new(app, world, _options.Store, folder);
    }

    private WebApplication Build(BorrowingWorld world, IItemSource? items)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddFakeLogging().SetMinimumLevel(LogLevel.Debug);
        builder.Services
            .AddSingleton(world.Store)
            .AddSingleton<TimeProvider>(world.Clock)
            .AddSingleton<IPartnerTransport>(world.Transport)
            .AddSingleton<IPatronNotifier>(world.Notifier)
            .AddSingleton<ICirculation>(world.Circulation)
            .AddSingleton(items ?? world.Circulation);
        foreach (var add in _services)
        {
            add(builder.Services);
        }

        builder.Services.AddSingleton<IHoldingsLocator>(new InMemoryHoldingsLocator((_, partner) => new(partner)));
        builder.Services.AddBorrowingWorkflow(workflow =>
        {
            // A term knows no partner directory.
            if (_term is null)
            {
                workflow.UsePartners(_options.Partners);
            }
        });
        builder.Services.AddBorrowingDesk();
        var app = builder.Build();
        foreach (var map in _maps)
        {
            map(app);
        }

        app.MapBorrowingDesk("/desk");
        return app;
    }
}
