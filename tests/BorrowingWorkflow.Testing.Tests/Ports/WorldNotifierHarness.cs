using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Testing.Ports;

namespace BorrowingWorkflow.Testing.Tests.Ports;

/// <summary>A <see cref="WorldPort"/> and its world.</summary>
internal sealed class WorldNotifierHarness(PortDefect defect = PortDefect.None) : NotifierHarness
{
    private readonly World _world = new();
    private int _restarts;

    public override PortCapabilities Capabilities => PortCapabilities.Durable;

    public override ValueTask<IPatronNotifier> OpenAsync(CancellationToken cancellationToken = default) => new(new WorldPort(_world, _restarts++, defect));

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
