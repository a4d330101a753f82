namespace BorrowingWorkflow.Testing.Stores;

/// <summary>What a store is made for. A capability decides which behaviour is expected; no case is left out for want of one.</summary>
[Flags]
public enum StoreCapabilities
{
    /// <summary>A store in one process's memory, one view of it: what it held is gone when it is closed.</summary>
    None = 0,

    /// <summary>
    /// What was acknowledged is there when the store is opened again, leases too. Without it: a store that is opened again is empty.
    /// </summary>
    Durable = 1,

    /// <summary>
    /// Several views, as of several hosts, work on the same data. Without it: a second view, while the first is open, is refused when it is
    /// opened or first used, or shares nothing with the first. A durable store has to refuse it.
    /// </summary>
    Shared = 2,

    /// <summary>
    /// The harness can make a save fail between two of its writes (<see cref="StoreHarness.FaultPoints"/>). Without it: atomicity is
    /// proved by saves whose last part is a conflict.
    /// </summary>
    Faults = 4,
}
