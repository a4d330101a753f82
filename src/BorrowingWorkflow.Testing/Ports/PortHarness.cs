using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Testing.Ports;

/// <summary>A port, and a probe into the world that it works on: fresh, and nobody else's.</summary>
/// <remarks>It is made anew for each case and disposed of after it; several may exist at the same time.</remarks>
/// <typeparam name="TPort">The port.</typeparam>
public abstract class PortHarness<TPort> : IAsyncDisposable
    where TPort : class
{
    /// <summary>What the port is made for.</summary>
    public abstract PortCapabilities Capabilities { get; }

    /// <summary>Opens the port: the first time on an untouched world, later as after a restart of the host.</summary>
    public abstract ValueTask<TPort> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>How often the world saw what an effect asks for: letters in the patron's box, items made, loans ended by it.</summary>
    /// <param name="effect">The effect; its id tells it from another with the same content.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public abstract ValueTask<int> CountAsync(Effect effect, CancellationToken cancellationToken = default);

    /// <summary>From now on calls break off there.</summary>
    public abstract ValueTask BreakAsync(PortFault fault, CancellationToken cancellationToken = default);

    /// <summary>Ends what <see cref="BreakAsync"/> began.</summary>
    public abstract ValueTask RepairAsync(CancellationToken cancellationToken = default);

    /// <summary>Ends port and world.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
