using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>Something that happens to a request: a command of patron or staff, a partner's message, an outcome or a timer.</summary>
public sealed record WorkflowInput
{
    /// <summary>The request that it is about.</summary>
    public required RequestId Request { get; init; }

    /// <summary>What happens.</summary>
    public required Trigger Trigger { get; init; }

    /// <summary>What happens right after it by the same message: one input, one save, one verdict.</summary>
    /// <value>Nothing.</value>
    public Trigger? AndThen { get; init; }

    /// <summary>Who it comes from.</summary>
    public required Actor By { get; init; }

    /// <summary>
    /// The sender's id for the message, 1 to 400 characters. The same id again from the same sender (the partner's code, or patron,
    /// staff, system) about the same request is the same message: it is not carried out twice.
    /// </summary>
    public required string MessageId { get; init; }

    /// <summary>The person behind it, for the history; a staff member's name or account.</summary>
    public string? Who { get; init; }

    /// <summary>The partner that sent it, or that it is about; required where a partner sends or where staff record a partner's answer.</summary>
    public string? Partner { get; init; }

    /// <summary>When it happened, in UTC.</summary>
    /// <value>Now, by the workflow's clock.</value>
    public DateTimeOffset? At { get; init; }

    /// <summary>
    /// Decided only while the request has this revision, for senders who looked at the request to choose the trigger; where it has another
    /// one, nothing is saved, a <see cref="Storage.ConcurrencyConflictException"/> is thrown, and the sender looks again. A duplicate is
    /// one whatever the revision.
    /// </summary>
    /// <value>Null: decided however the request stands.</value>
    public int? IfRevision { get; init; }

    /// <summary>What it brings along.</summary>
    public InputData Data { get; init; } = new();

    internal MessageKey Key => new(Request, By == Actor.Partner ? $"partner:{Partner}" : SenderNames[(int)By], MessageId);

    private static readonly string[] SenderNames = ["patron", "staff", "partner", "system"];
}
