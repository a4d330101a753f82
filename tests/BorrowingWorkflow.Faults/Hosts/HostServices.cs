using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Faults.Hosts;

/// <summary>What every host of a run is made of. The replay that the checker does rests on the same partners and policies.</summary>
internal static class HostServices
{
    /// <summary>The lenders: one that can't be asked, one without the optional steps, two ordinary ones.</summary>
    public static IReadOnlyList<Partner> Partners { get; } =
    [
        new("CHICO") { Priority = 1, Profile = new() { AnswersStatusRequests = false } },
        new("CSUN") { Priority = 2 },
        new("FRESNO") { Priority = 3, Profile = new() { HasRequestAccepted = false, HasWillSupply = false, AnswersStatusRequests = false } },
        new("POMONA") { Priority = 4 },
    ];

    public static ServiceProvider Build(IWorkflowStore store, TimeProvider clock, LinkedPorts ports)
    {
        var services = new ServiceCollection();
        services.AddSingleton(store);
        services.AddSingleton(clock);
        services.AddSingleton<IPartnerTransport>(ports);
        services.AddSingleton<IPatronNotifier>(ports);
        services.AddSingleton<ICirculation>(ports);
        services.AddSingleton<IHoldingsLocator>(new InMemoryHoldingsLocator((request, partner) =>
            request.Citation.Title == NobodyHoldsIt ? null : new Holding(partner)));
        services.AddBorrowingWorkflow(workflow => workflow
            .UsePartners(Partners)
            // What a killed host had taken is hidden until its lease runs out, so it takes little at a time.
            .ConfigureDispatch(settings => settings.BatchSize = 8));
        return services.BuildServiceProvider();
    }

    /// <summary>The title that the locate finds nowhere.</summary>
    public const string NobodyHoldsIt = "The book of sand";
}
