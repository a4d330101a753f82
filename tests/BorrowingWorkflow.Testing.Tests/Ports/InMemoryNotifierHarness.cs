using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Ports;

namespace BorrowingWorkflow.Testing.Tests.Ports;

/// <summary>The notifier in memory, behind a line that can break.</summary>
internal sealed class InMemoryNotifierHarness : NotifierHarness
{
    private PortFault? _fault;
    private InMemoryPatronNotifier _notifier = new();

    public override PortCapabilities Capabilities => PortCapabilities.None;

    public override ValueTask<IPatronNotifier> OpenAsync(CancellationToken cancellationToken = default) => new(new Line(this, _notifier = new()));

    public override ValueTask<int> CountAsync(Effect effect, CancellationToken cancellationToken = default) =>
        new(_notifier.Notices.Concat(_notifier.Alerts).Count(done => done.Id == effect.Id));

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

    private sealed class Line(InMemoryNotifierHarness harness, IPatronNotifier inner) : IPatronNotifier
    {
        public async ValueTask NotifyPatronAsync(Effect notice, BorrowingRequest request, CancellationToken cancellationToken = default)
        {
            harness.Pass(PortFault.BeforeTheDeed);
            await inner.NotifyPatronAsync(notice, request, cancellationToken);
            harness.Pass(PortFault.AfterTheDeed);
        }

        public async ValueTask AlertStaffAsync(Effect alert, BorrowingRequest request, CancellationToken cancellationToken = default)
        {
            harness.Pass(PortFault.BeforeTheDeed);
            await inner.AlertStaffAsync(alert, request, cancellationToken);
            harness.Pass(PortFault.AfterTheDeed);
        }
    }
}
