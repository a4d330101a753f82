using System.Net.Sockets;
using BorrowingWorkflow.Cli.Terminal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>The web server that commands share: Kestrel, no files, no configuration from outside, the log on standard error.</summary>
internal static class WebHost
{
    private const long LargestBody = 1 << 21;

    public static WebApplicationBuilder CreateBuilder(Desk desk, string url, LogLevel level)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ApplicationName = "borrowing" });
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddRoutingCore();
        builder.Logging.AddProvider(new TerminalLog(desk)).SetMinimumLevel(level)
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);

        // The tool itself listens to Ctrl+C and SIGTERM.
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, OwnLifetime>());
        return builder;
    }

    /// <summary>Where it listens, with the port that it has.</summary>
    public static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts, and gives an address that can't be had a sentence of its own.</summary>
    /// <exception cref="BadInputException">The address can't be listened on, or a setting can't be kept.</exception>
    public static async Task StartAsync(WebApplication app, string url, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            throw new BadInputException($"--urls {url} can't be listened on: {error.Message.TrimEnd('.')}. Take another address, or port 0 for a free one.");
        }
        catch (OptionsValidationException error)
        {
            throw new BadInputException(error.Message);
        }
    }

    private sealed class OwnLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
