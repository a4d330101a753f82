using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Ports;

namespace BorrowingWorkflow.Testing.Tests.Ports;

/// <summary>The circulation in memory, behind a line that can break.</summary>
internal sealed class InMemoryCirculationHarness : CirculationHarness
{
    private PortFault? _fault;
    private InMemoryCirculation _circulation = new();

    public override PortCapabilities Capabilities => PortCapabilities.None;

    public override ValueTask<ICirculation> OpenAsync(CancellationToken cancellationToken = default) => new(new Line(this, _circulation = new()));

    public override ValueTask<int> CountAsync(Effect effect, CancellationToken cancellationToken = default) =>
        new(_circulation.Applied.Count(done => done.Id == effect.Id));

    public override ValueTask BreakAsync(PortFault fault, CancellationToken cancellationToken = default)
    {
        _fault = fault;
        return ValueTask.CompletedTask;
    }

    public override ValueTask RepairAsync(CancellationToken cancellationToken = default)
    {
        _fault = null;
        return ValueTask.CompletedTask;
    }

    private void Pass(PortFault place)
    {
        if (_fault == place)
        {
            throw new IOException("The line broke.");
        }
    }

    private sealed class Line(InMemoryCirculationHarness harness, ICirculation inner) : ICirculation
    {
        public async ValueTask ApplyAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken = default)
        {
            harness.Pass(PortFault.BeforeTheDeed);
            await inner.ApplyAsync(effect, request, cancellationToken);
            harness.Pass(PortFault.AfterTheDeed);
        }
    }
}
