using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Engine;

/// <summary>Everything that a decision depends on beside the request and the input: gathered before, so that deciding asks nobody.</summary>
internal sealed record DecisionContext
{
    public required TransitionTable Table { get; init; }

    public required MachinePool Machines { get; init; }

    public required BorrowingOptions Options { get; init; }

    public required IWorkCalendar Calendar { get; init; }

    /// <summary>The clock's time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The partners that the rota and the input name; unknown ones are absent.</summary>
    public required IReadOnlyDictionary<string, Partner> Partners { get; init; }

    /// <summary>The queued sends whose outcome is not known.</summary>
    public IReadOnlyList<OpenSend> OpenSends { get; init; } = [];

    /// <summary>What the first intake rule that objects says.</summary>
    public IntakeObjection Objection { get; init; }

    /// <summary>The deadline that fires; null for any other input.</summary>
    public Deadline? Fires { get; init; }
}
