using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Ports;

/// <summary>What <see cref="ICirculation"/> promises: every effect of the table that is its own, once each however often it is asked for.</summary>
/// <param name="open">Makes a harness for one case; the suite disposes of it.</param>
public sealed class CirculationSuite(Func<CirculationHarness> open) : ConformanceSuite
{
    private static readonly (EffectKind Kind, string? Detail)[] Deeds =
    [
        .. new[]
        {
            EffectKind.CreateTemporaryItem, EffectKind.PlaceOnHoldShelf, EffectKind.TransitToPickup, EffectKind.TransitToResourceSharingLibrary,
            EffectKind.ExtendLoan, EffectKind.RestoreLoan, EffectKind.CancelHold, EffectKind.DischargeLoan, EffectKind.DeleteTemporaryItem,
            EffectKind.RestoreTemporaryItem, EffectKind.RouteItemBack, EffectKind.DeliverFile, EffectKind.ErasePatronData,
        }.Select(kind => (kind, (string?)null)),
    ];

    private protected override IEnumerable<ConformanceCase> List() => PortCases<ICirculation>.List(
        "CIRCULATION",
        open,
        Deeds,
        static (circulation, effect, request, cancellationToken) => circulation.ApplyAsync(effect, request, cancellationToken));
}
