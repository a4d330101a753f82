using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>Everything about one request.</summary>
internal sealed record RequestModel(BorrowingRequest Request, IReadOnlyList<HistoryEvent> History)
{
    /// <summary>The checks whose lists it is on.</summary>
    public required IReadOnlyList<CheckPolicy> Checks { get; init; }

    /// <summary>What the last scan found about it.</summary>
    public required IReadOnlyList<AnomalyFinding> Findings { get; init; }

    /// <summary>What the checks and the detectors recommend and is possible now, the likeliest first.</summary>
    public required IReadOnlyList<ActionModel> Recommended { get; init; }

    /// <summary>What else is possible.</summary>
    public required IReadOnlyList<ActionModel> Others { get; init; }

    /// <summary>What staff may record for the partner.</summary>
    public required IReadOnlyList<ActionModel> ForPartner { get; init; }

    /// <summary>Everything that is offered.</summary>
    public TriggerSet Permitted => [.. Recommended.Concat(Others).Concat(ForPartner).Select(action => action.Trigger)];

    /// <summary>What the local catalogue says of its temporary items; null where the host has no catalogue plugged in.</summary>
    public IReadOnlyList<ProcessType>? Items { get; init; }

    /// <summary>Why each candidate is in the rota or out of it, by the locate's moment.</summary>
    public IEnumerable<HistoryEvent> WhyLog => History.Where(item => item.Trigger is Trigger.RotaBuilt or Trigger.LocateFoundNothing && item.Data?.Why is { Count: > 0 });

    /// <summary>The steps that its status took.</summary>
    public IEnumerable<HistoryEvent> Steps => History.Where(item => item.From != item.To);
}
