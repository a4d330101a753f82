using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using BorrowingWorkflow.Testing.Tests.Controls;

namespace BorrowingWorkflow.Testing.Tests.Stores;

/// <summary>For every case of <see cref="StoreSuite"/> a store that is broken in one way.</summary>
internal static partial class StoreControls
{
    public const StoreCapabilities Everything = StoreCapabilities.Durable | StoreCapabilities.Shared | StoreCapabilities.Faults;

    public static IReadOnlyList<NegativeControl> All { get; } = [.. OfSaves(), .. OfLists(), .. OfQueues(), .. OfLives()];

    private static NegativeControl Of(
        int number, string broken, string says, Func<IWorkflowStore, IWorkflowStore> seenThrough, StoreCapabilities capabilities = StoreCapabilities.None) =>
        Of(number, broken, says, () => new(capabilities, seenThrough));

    private static NegativeControl Of(int number, string broken, string says, Func<TrialHarness> harness) =>
        new($"STORE-{number:00}", broken, says, () => new StoreSuite(harness));
}
