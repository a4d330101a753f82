using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>
/// What a borrower without a desk has in place of mail and circulation: a line on standard output for each notice, alert and item, with the
/// request's id and no patron data. An effect that comes again, with the same id, is a line again.
/// </summary>
internal sealed class TerminalPorts(Desk desk) : IPatronNotifier, ICirculation
{
    public ValueTask NotifyPatronAsync(Effect notice, BorrowingRequest request, CancellationToken cancellationToken = default) => Say("notice", notice);

    public ValueTask AlertStaffAsync(Effect alert, BorrowingRequest request, CancellationToken cancellationToken = default) => Say("alert", alert);

    public ValueTask ApplyAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken = default) => Say("item", effect);

    private ValueTask Say(string kind, Effect effect)
    {
        desk.WriteLine($"{Moment.Of(desk.Clock.GetUtcNow())} {kind} {Columns.Printable(effect.Request.Value)} {effect.Name}");
        return ValueTask.CompletedTask;
    }
}
