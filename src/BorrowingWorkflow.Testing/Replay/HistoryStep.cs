using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>One input of a recorded history, what it was decided on, and what came of it.</summary>
internal sealed record HistoryStep
{
    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was decided, where that is not when it happened.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    public required Trigger Trigger { get; init; }

    public Trigger? AndThen { get; init; }

    public required Actor By { get; init; }

    public string? Who { get; init; }

    public string? Partner { get; init; }

    public required string Message { get; init; }

    /// <summary>The deadline that fired; null for any other input.</summary>
    public DeadlineKind? Fires { get; init; }

    /// <summary>What an intake rule objected.</summary>
    public IntakeObjection? Objection { get; init; }

    /// <summary>The ids of open sends that were under way, as far as that made a difference.</summary>
    public IReadOnlyList<string>? UnderWay { get; init; }

    public InputData? Data { get; init; }

    public required HistoryOutcome Outcome { get; init; }

    public WorkflowInput ToInput(RequestId request) => new()
    {
        Request = request,
        Trigger = Trigger,
        AndThen = AndThen,
        By = By,
        Who = Who,
        Partner = Partner,
        MessageId = Message,
        At = At,
        Data = Data ?? new(),
    };
}
