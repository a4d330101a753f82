using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>The staff desk on a database, without workers: what its actions ask of the world waits in the database.</summary>
internal static class StaffDeskHost
{
    public const string Path = "/desk";

    /// <summary>Opens a desk. The caller stops and disposes of it.</summary>
    /// <exception cref="BadInputException">The address can't be listened on.</exception>
    public static async Task<WebApplication> StartAsync(Desk desk, IWorkflowStore store, StaffDeskSettings settings, CancellationToken cancellationToken)
    {
        var builder = WebHost.CreateBuilder(desk, settings.Url, LogLevel.Warning);

        // Keys on disk would outlive the desk, and both would say so at every start; a form of an earlier run is refused on the page.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);

        builder.Services.AddSingleton(store).AddSingleton(settings.Clock);
        if (settings.Items is { } items)
        {
            builder.Services.AddSingleton(items);
        }

        builder.Services.AddBorrowingWorkflow(workflow =>
        {
            if (settings.Partners is { } partners)
            {
                workflow.UsePartners(partners);
            }
        });
        builder.Services.AddBorrowingDesk(options =>
        {
            if (settings.Library is { } library)
            {
                options.Libraries.Add(library);
            }
        });
        var app = builder.Build();
        app.MapBorrowingDesk(Path);
        ((IEndpointRouteBuilder)app).MapGet("/", context =>
        {
            context.Response.Redirect(Path);
            return Task.CompletedTask;
        });
        try
        {
            await WebHost.StartAsync(app, settings.Url, cancellationToken);
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
