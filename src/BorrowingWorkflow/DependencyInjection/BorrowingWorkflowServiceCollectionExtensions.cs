using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>Adds the borrowing workflow to a host's services.</summary>
public static class BorrowingWorkflowServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IBorrowingWorkflow"/> and what goes with it, all singletons. A second call adds nothing twice; a part that the host
    /// registered before, or that an earlier call chose, stays.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Plugs parts in: at least a store.</param>
    /// <returns>The services, to go on with.</returns>
    /// <exception cref="IncompleteRegistrationException">
    /// Thrown when <see cref="IBorrowingWorkflow"/>, or the dispatcher, is first asked for and a part that it needs is missing.
    /// </exception>
    public static IServiceCollection AddBorrowingWorkflow(this IServiceCollection services, Action<BorrowingWorkflowBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        configure(new(services));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IPartnerDirectory, OpenPartnerDirectory>();
        services.TryAddSingleton<IRotaRanking, StandardRanking>();
        services.TryAddSingleton<IWorkCalendar>(provider => new WorkCalendar(provider.Build<WorkCalendarOptions>()));
        services.TryAddSingleton(provider => provider.Build<BorrowingOptions>().Validated());
        services.TryAddSingleton(provider => provider.Build<RotaOptions>());
        services.TryAddSingleton(provider => provider.Build<DispatchSettings>());
        services.TryAddSingleton<IRequestReader>(provider => provider.Store());
        services.TryAddSingleton<IOutbox>(provider => provider.Store());
        services.TryAddSingleton<IDeskLog>(provider => provider.Store());
        services.TryAddSingleton<IBacklogReader>(provider => provider.Store());
        services.TryAddSingleton(provider => new BorrowingEngine(
            provider.Store(),
            provider.GetRequiredService<BorrowingOptions>(),
            provider.GetRequiredService<IPartnerDirectory>(),
            provider.GetRequiredService<IWorkCalendar>(),
            provider.GetServices<IIntakeRule>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.Logger<BorrowingEngine>()));
        services.TryAddSingleton<IBorrowingWorkflow>(provider => provider.GetRequiredService<BorrowingEngine>());
        services.TryAddSingleton(provider => new RotaBuilder(
            provider.GetRequiredService<IPartnerDirectory>(),
            provider.Need<IHoldingsLocator>("holdings locator", "UseLocator<T>()"),
            provider.GetRequiredService<IRotaRanking>(),
            provider.GetRequiredService<RotaOptions>()));
        services.TryAddSingleton(provider => new EffectDispatcher(
            provider.GetRequiredService<IBorrowingWorkflow>(),
            provider.Store(),
            new(provider.GetRequiredService<IBorrowingWorkflow>(), provider.GetRequiredService<RotaBuilder>(), provider.Logger<LocateWorker>()),
            new(
                provider.GetRequiredService<IBorrowingWorkflow>(),
                provider.Need<IPartnerTransport>("partner transport", "UseTransport<T>()"),
                provider.GetRequiredService<IPartnerDirectory>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.Logger<EffectDispatcher>()),
            provider.Need<IPatronNotifier>("patron notifier", "UseNotifier<T>()"),
            provider.Need<ICirculation>("circulation", "UseCirculation<T>()"),
            provider.GetRequiredService<DispatchSettings>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.Logger<EffectDispatcher>()));
        services.TryAddSingleton(provider => new DeadlineSweeper(
            provider.GetRequiredService<BorrowingEngine>(),
            provider.Store(),
            provider.GetRequiredService<DispatchSettings>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.Logger<DeadlineSweeper>()));
        services.TryAddSingleton(provider => new CheckRunner(
            provider.GetRequiredService<IRequestReader>(),
            provider.GetRequiredService<IDeskLog>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.Logger<CheckRunner>()));
        services.TryAddSingleton(provider => new CheckSchedule(
            provider.GetRequiredService<IDeskLog>(), provider.GetRequiredService<IWorkCalendar>(), provider.Build<CheckScheduleOptions>()));
        services.TryAddSingleton(provider => new AnomalyScan(
            provider.GetRequiredService<IRequestReader>(),
            provider.GetRequiredService<IOutbox>(),
            provider.GetRequiredService<IDeskLog>(),
            provider.GetRequiredService<IWorkCalendar>())
        {
            Settings = provider.Build<AnomalySettings>(),
            // The open directory knows every code, so it can't tell a bad one.
            Partners = provider.GetRequiredService<IPartnerDirectory>() is var directory and not OpenPartnerDirectory ? directory : null,
            Items = provider.GetService<IItemSource>(),
            Detectors = [.. provider.GetServices<IAnomalyDetector>()],
            Logger = provider.Logger<AnomalyScan>(),
        });
        return services;
    }

    private static T Build<T>(this IServiceProvider provider)
        where T : class, new()
    {
        var options = new T();
        foreach (var setting in provider.GetServices<Setting<T>>())
        {
            setting.Apply(options);
        }

        return options;
    }

    private static IWorkflowStore Store(this IServiceProvider provider) =>
        provider.Need<IWorkflowStore>("store", "UseSqlite(\"requests.db\") or UseInMemoryStore()");

    private static T Need<T>(this IServiceProvider provider, string part, string remedy)
        where T : class =>
        provider.GetService<T>() ?? throw new IncompleteRegistrationException(part, remedy);

    private static ILogger<T> Logger<T>(this IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
