using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Testing.Ports;

namespace BorrowingWorkflow.Testing.Tests.Ports;

/// <summary>A <see cref="WorldPort"/> and its world.</summary>
internal sealed class WorldCirculationHarness(PortDefect defect = PortDefect.None) : CirculationHarness
{
    private readonly World _world = new();
    private int _restarts;

    public override PortCapabilities Capabilities => PortCapabilities.Durable;

    public override ValueTask<ICirculation> OpenAsync(CancellationToken cancellationToken = default) => new(new WorldPort(_world, _restarts++, defect));

    public override ValueTask<int> CountAsync(Effect effect, CancellationToken cancellationToken = default) => new(_world.Count(effect.Id));

    public override ValueTask BreakAsync(PortFault fault, CancellationToken cancellationToken = default)
    {
        _world.Fault = fault;
        return ValueTask.CompletedTask;
    }

    public override ValueTask RepairAsync(CancellationToken cancellationToken = default)
    {
        _world.Fault = null;
        return ValueTask.CompletedTask;
    }
}
