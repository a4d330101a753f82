using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>The parts of this package that a host plugs in, and the places for its own. Of each part the first one that is chosen stays.</summary>
public static class BorrowingWorkflowBuilderExtensions
{
    /// <summary>Keeps requests in memory: for tests and demonstrations. Nothing survives the process.</summary>
    public static BorrowingWorkflowBuilder UseInMemoryStore(this BorrowingWorkflowBuilder builder) => builder.Use<IWorkflowStore, InMemoryWorkflowStore>();

    /// <summary>Keeps requests in a store of the host's own.</summary>
    public static BorrowingWorkflowBuilder UseStore<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, IWorkflowStore => builder.Use<IWorkflowStore, T>();

    /// <summary>Sends partners' messages by <typeparamref name="T"/>.</summary>
    public static BorrowingWorkflowBuilder UseTransport<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, IPartnerTransport => builder.Use<IPartnerTransport, T>();

    /// <summary>Looks for holders by <typeparamref name="T"/>.</summary>
    public static BorrowingWorkflowBuilder UseLocator<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, IHoldingsLocator => builder.Use<IHoldingsLocator, T>();

    /// <summary>Tells patrons and staff by <typeparamref name="T"/>.</summary>
    public static BorrowingWorkflowBuilder UseNotifier<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, IPatronNotifier => builder.Use<IPatronNotifier, T>();

    /// <summary>Works the local circulation by <typeparamref name="T"/>.</summary>
    public static BorrowingWorkflowBuilder UseCirculation<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, ICirculation => builder.Use<ICirculation, T>();

    /// <summary>Asks <typeparamref name="T"/> for temporary items when anomalies are looked for.</summary>
    public static BorrowingWorkflowBuilder UseItems<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, IItemSource => builder.Use<IItemSource, T>();

    /// <summary>Looks partners up in <typeparamref name="T"/>.</summary>
    public static BorrowingWorkflowBuilder UsePartners<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, IPartnerDirectory => builder.Use<IPartnerDirectory, T>();

    /// <summary>Knows the given partners.</summary>
    /// <exception cref="ArgumentException">Two partners have the same code.</exception>
    public static BorrowingWorkflowBuilder UsePartners(this BorrowingWorkflowBuilder builder, params IEnumerable<Partner> partners)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IPartnerDirectory>(new InMemoryPartnerDirectory(partners));
        return builder;
    }

    /// <summary>Ranks partners by <typeparamref name="T"/> instead of <see cref="StandardRanking"/>.</summary>
    public static BorrowingWorkflowBuilder UseRanking<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, IRotaRanking => builder.Use<IRotaRanking, T>();

    /// <summary>Adds a rule that submitted requests must pass.</summary>
    public static BorrowingWorkflowBuilder AddIntakeRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, IIntakeRule
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IIntakeRule, T>());
        return builder;
    }

    /// <summary>Adds a detector of the host's own to the anomaly scan.</summary>
    public static BorrowingWorkflowBuilder AddDetector<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where T : class, IAnomalyDetector
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IAnomalyDetector, T>());
        return builder;
    }

    /// <summary>Sets the policies that the clauses name.</summary>
    public static BorrowingWorkflowBuilder Configure(this BorrowingWorkflowBuilder builder, Action<BorrowingOptions> set) => builder.Set(set);

    /// <summary>Sets the templates and rules that rotas are built by.</summary>
    public static BorrowingWorkflowBuilder ConfigureRota(this BorrowingWorkflowBuilder builder, Action<RotaOptions> set) => builder.Set(set);

    /// <summary>Sets working days, holidays and time zones.</summary>
    public static BorrowingWorkflowBuilder ConfigureCalendar(this BorrowingWorkflowBuilder builder, Action<WorkCalendarOptions> set) => builder.Set(set);

    /// <summary>Sets how effects and deadlines are taken up.</summary>
    public static BorrowingWorkflowBuilder ConfigureDispatch(this BorrowingWorkflowBuilder builder, Action<DispatchSettings> set) => builder.Set(set);

    /// <summary>Sets on which days weekly and monthly checks are due.</summary>
    public static BorrowingWorkflowBuilder ConfigureChecks(this BorrowingWorkflowBuilder builder, Action<CheckScheduleOptions> set) => builder.Set(set);

    /// <summary>Sets the thresholds of the anomaly detectors.</summary>
    public static BorrowingWorkflowBuilder ConfigureAnomalies(this BorrowingWorkflowBuilder builder, Action<AnomalySettings> set) => builder.Set(set);

    private static BorrowingWorkflowBuilder Use<TPart, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this BorrowingWorkflowBuilder builder)
        where TPart : class
        where T : class, TPart
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<TPart, T>();
        return builder;
    }

    private static BorrowingWorkflowBuilder Set<T>(this BorrowingWorkflowBuilder builder, Action<T> set)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(set);
        var setting = new Setting<T>(set);
        if (!builder.Services.Any(service => setting.Equals(service.ImplementationInstance)))
        {
            builder.Services.AddSingleton(setting);
        }

        return builder;
    }
}
