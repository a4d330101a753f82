using System.Collections.Concurrent;
using BorrowingWorkflow.Cli.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests.Lenders;

/// <summary>
/// The lenders' process. It takes orders over HTTP at the address that it writes as its one line, and ends when its standard input does:
/// with the process that started it, however that ends.
/// </summary>
internal static class Program
{
    public const string Command = "lenders";

    public static async Task<int> Main(string[] args)
    {
        if (args is not [Command])
        {
            await Console.Error.WriteLineAsync($"Say {Command}, and close standard input to end it. The tests are run by dotnet test.");
            return 2;
        }

        const string Url = "http://127.0.0.1:0";
        var builder = WebHost.CreateBuilder(new(Stream.Null, Console.Error), Url, LogLevel.Warning);
        builder.Services.ConfigureHttpJsonOptions(options => OrderJson.Configure(options.SerializerOptions));
        await using var app = builder.Build();
        app.UseDeveloperExceptionPage();
        MapOrders(app);
        await WebHost.StartAsync(app, Url, CancellationToken.None);
        Console.WriteLine(WebHost.AddressOf(app));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static void MapOrders(WebApplication app)
    {
        var opened = 0;
        ConcurrentDictionary<int, OpenLender> lenders = [];
        app.MapPost("lenders", async (Opening opening) =>
        {
            var (id, lender) = (Interlocked.Increment(ref opened), new OpenLender(opening));
            await lender.StartAsync();
            lenders[id] = lender;
            return new Opened(id, lender.Address, Environment.ProcessId, opening);
        });

        var one = app.MapGroup("lenders/{id}");
        one.MapPost("start", (int id) => lenders[id].StartAsync());
        one.MapPost("stop", (int id) => lenders[id].StopAsync());
        one.MapPost("close", async (int id) =>
        {
            await lenders[id].DisposeAsync();
            lenders.TryRemove(id, out _);
        });
        one.MapPost("borrower", (int id, Uri address, string key) => lenders[id].SpeakTo(address, key));
        one.MapPost("clock", (int id, [FromBody] DateTimeOffset now) => lenders[id].Clock.SetUtcNow(now));
        one.MapPost("speak", (int id) => lenders[id].SpeakAsync());
        one.MapPost("heard", (int id) => lenders[id].Heard);
        one.MapPost("due", (int id) => lenders[id].Mock.NextDue);
        one.MapPost("tally", (int id) => lenders[id].Mock.Tally);
        one.MapPost("status", (int id, [FromBody] string request) => lenders[id].Mock.StatusOf(request));
        one.MapPost("exchanges", (int id) => lenders[id].Mock.Exchanges.Select(exchange => exchange with { Message = null }));
    }
}
