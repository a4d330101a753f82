using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>The engine on a store and a clock of one history's own.</summary>
internal sealed class ReplayDesk
{
    private readonly ReplayClock _clock = new();
    private readonly RecordedObjection _rule = new();
    private readonly BorrowingEngine _engine;
    private readonly RequestId _request;

    public ReplayDesk(HistoryDocument history, IWorkCalendar? calendar, TransitionTable? table)
    {
        _request = history.Request;
        _engine = new(
            Store,
            history.Policies.ToOptions(),
            new InMemoryPartnerDirectory([.. history.Partners.Select(partner => partner.ToPartner())]),
            calendar ?? history.Calendar.ToCalendar(),
            [_rule],
            _clock,
            NullLogger<BorrowingEngine>.Instance,
            table);
    }

    public ReplayStore Store { get; } = new();

    /// <summary>Decides a step. Null where a deadline was to fire and none is due.</summary>
    public async ValueTask<TransitionResult?> DecideAsync(HistoryStep step, CancellationToken cancellationToken)
    {
        _clock.Now = step.DecidedAt ?? step.At;
        _rule.Objection = step.Objection ?? IntakeObjection.None;
        Store.UnderWay = step.UnderWay ?? [];
        Store.Decided = null;
        var input = step.ToInput(_request);
        return step switch
        {
            { Fires: not null } => await _engine.FireDueAsync(_request, cancellationToken).ConfigureAwait(false),
            { By: Actor.Partner } => await _engine.ReceiveAsync(input, cancellationToken).ConfigureAwait(false),
            _ => await _engine.ExecuteAsync(input, cancellationToken).ConfigureAwait(false),
        };
    }
}
