using BorrowingWorkflow.Hosting;
using BorrowingWorkflow.Hosting.Settings;
using BorrowingWorkflow.Hosting.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>Adds the background workers to a host's services.</summary>
public static class BorrowingWorkersServiceCollectionExtensions
{
    /// <summary>
    /// Adds the workers that carry effects out, fire deadlines, tell desks which checks are due, purge what is past its retention, and
    /// count what waits.
    /// They start with the host. Call <c>AddBorrowingWorkflow</c> too; a second call adds no worker twice.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <returns>The services, to go on with.</returns>
    /// <exception cref="OptionsValidationException">Thrown when the host starts and a setting can't be kept; the message names it, its value and what is allowed.</exception>
    public static IServiceCollection AddBorrowingWorkers(this IServiceCollection services, Action<BorrowingWorkerSettings>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var settings = services.AddOptions<BorrowingWorkerSettings>().ValidateOnStart();
        if (configure is not null)
        {
            settings.Configure(configure);
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BorrowingWorkerSettings>, WorkerRules>());
        services.AddHostedService<DispatchWorker>();
        services.AddHostedService<SweepWorker>();
        services.AddHostedService<CheckWorker>();
        services.AddHostedService<RetentionWorker>();
        services.AddHostedService<BacklogWorker>();
        return services;
    }
}
