using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.AspNetCore.Desk.Access;
using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.AspNetCore.Desk.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>Adds the staff desk to a host's services.</summary>
public static class BorrowingDeskServiceCollectionExtensions
{
    /// <summary>
    /// Adds what <c>MapBorrowingDesk</c> needs beside <c>AddBorrowingWorkflow</c>. A second call adds nothing twice.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets the desk up; null for the defaults.</param>
    /// <returns>The services, to go on with.</returns>
    /// <remarks>
    /// Who may come in is said by the policies of <see cref="DeskPolicies"/>. Without them only callers on the same machine are let in.
    /// </remarks>
    public static IServiceCollection AddBorrowingDesk(this IServiceCollection services, Action<DeskOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<DeskOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddAuthorization();
        services.AddAntiforgery();
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<DeskOptions>>().Value);
        services.TryAddSingleton<DeskGate>();
        services.TryAddSingleton<DeskRenderer>();
        services.TryAddSingleton<DeskLibraries>();
        services.TryAddSingleton<DeskHandler>();
        services.TryAddSingleton<FindingsBoard>();
        services.TryAddSingleton<InsightsBoard>();
        services.TryAddSingleton<InsightsPage>();
        services.TryAddSingleton<MachinePage>();
        services.TryAddSingleton<RequestActions>();
        services.TryAddSingleton<DeskChecks>();
        services.TryAddSingleton<TasksPage>();
        services.TryAddSingleton<CheckPage>();
        services.TryAddSingleton<QueuePage>();
        services.TryAddSingleton<BulkPage>();
        services.TryAddSingleton<OneRequestPage>();
        services.TryAddSingleton<AnomaliesPage>();
        return services;
    }
}
