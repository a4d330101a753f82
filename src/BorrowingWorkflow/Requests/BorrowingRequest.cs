using System.Text.Json.Serialization;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Requests;

/// <summary>A borrowing request as it stands: an immutable snapshot that only the engine makes.</summary>
/// <remarks>
/// Every moment is in UTC. A snapshot never changes once it has been handed out, and any number of threads may read it.
/// <see cref="Storage.BorrowingRequestJson"/> writes and reads it.
/// </remarks>
public sealed class BorrowingRequest
{
    [JsonConstructor]
    internal BorrowingRequest()
    {
    }

    /// <summary>The request's id.</summary>
    [JsonInclude]
    public RequestId Id { get; internal set; }

    /// <summary>The number of inputs that were applied, those that left the status as it was included.</summary>
    [JsonInclude]
    public int Version { get; internal set; }

    /// <summary>The number of inputs that were recorded, whatever their verdict: the token of optimistic concurrency.</summary>
    [JsonInclude]
    public int Revision { get; internal set; }

    /// <summary>Where the request stands.</summary>
    [JsonInclude]
    public BorrowingStatus Status { get; internal set; }

    /// <summary>Since when it stands there. What leaves the status as it was does not restart the age.</summary>
    [JsonInclude]
    public DateTimeOffset EnteredAt { get; internal set; }

    /// <summary>When the request was made.</summary>
    [JsonInclude]
    public DateTimeOffset CreatedAt { get; internal set; }

    /// <summary>The code of the borrowing (resource sharing) library.</summary>
    [JsonInclude]
    public string Library { get; internal set; } = "";

    /// <summary>Who the item is for; null after a purge.</summary>
    [JsonInclude]
    public PatronReference? Patron { get; internal set; }

    /// <summary>What is asked for.</summary>
    [JsonInclude]
    public Citation Citation { get; internal set; } = new();

    /// <summary>Where the patron picks it up; null for the resource sharing library itself.</summary>
    [JsonInclude]
    public string? Pickup { get; internal set; }

    /// <summary>Until when the patron needs it; null where that is open.</summary>
    [JsonInclude]
    public DateTimeOffset? NeededBy { get; internal set; }

    /// <summary>The id that the host or the partner network uses for the request.</summary>
    [JsonInclude]
    public string? ExternalId { get; internal set; }

    /// <summary>The member of staff whom the request is assigned to.</summary>
    [JsonInclude]
    public string? Assignee { get; internal set; }

    /// <summary>The partners, in the order in which they are asked, those of earlier rotas first.</summary>
    [JsonInclude]
    public IReadOnlyList<RotaEntry> Rota { get; internal set; } = [];

    /// <summary>The position in <see cref="Rota"/> of the active entry; null where none is active.</summary>
    [JsonInclude]
    public int? ActiveEntry { get; internal set; }

    /// <summary>The notes, oldest first, dismissed ones included.</summary>
    [JsonInclude]
    public IReadOnlyList<Note> Notes { get; internal set; } = [];

    /// <summary>The general messages, oldest first, dismissed ones included.</summary>
    [JsonInclude]
    public IReadOnlyList<GeneralMessage> Messages { get; internal set; } = [];

    /// <summary>The volumes of a request for several; empty for one item.</summary>
    [JsonInclude]
    public IReadOnlyList<Volume> Volumes { get; internal set; } = [];

    /// <summary>When the lender wants the item back; null where it did not say.</summary>
    [JsonInclude]
    public DateTimeOffset? LenderDueDate { get; internal set; }

    /// <summary>When the patron has to bring it back; null where it is not lent or no date was given.</summary>
    [JsonInclude]
    public DateTimeOffset? PatronDueDate { get; internal set; }

    /// <summary>The condition or retry that the partner asked for last.</summary>
    [JsonInclude]
    public StandingCondition? Condition { get; internal set; }

    /// <summary>What is remembered of the last cancellation.</summary>
    [JsonInclude]
    public CancelMemory? BeforeCancel { get; internal set; }

    /// <summary>What is remembered of the last return.</summary>
    [JsonInclude]
    public RememberedStatus? BeforeReturn { get; internal set; }

    /// <summary>What is remembered of the last close.</summary>
    [JsonInclude]
    public RememberedStatus? BeforeClose { get; internal set; }

    /// <summary>Where the item is, as far as the borrower knows.</summary>
    [JsonInclude]
    public ItemPlace Place { get; internal set; }

    /// <summary>True while the item is on loan to the patron.</summary>
    [JsonInclude]
    public bool OnLoan { get; internal set; }

    /// <summary>The temporary item record in the borrower's catalogue.</summary>
    [JsonInclude]
    public TemporaryItem TemporaryItem { get; internal set; }

    /// <summary>When the hold expires; null where the item is not on the hold shelf.</summary>
    [JsonInclude]
    public DateTimeOffset? HoldExpiresAt { get; internal set; }

    /// <summary>The moments at which the workflow acts by itself, soonest first.</summary>
    [JsonInclude]
    public IReadOnlyList<Deadline> Deadlines { get; internal set; } = [];

    /// <summary>The request that this one replaces.</summary>
    [JsonInclude]
    public RequestId? Replaces { get; internal set; }

    /// <summary>The request that was submitted last in place of this one.</summary>
    [JsonInclude]
    public RequestId? ReplacedBy { get; internal set; }

    /// <summary>What detectors need of the request's past.</summary>
    [JsonInclude]
    public RequestFacts Facts { get; internal set; } = new();

    /// <summary>Facts in one word, for lists.</summary>
    [JsonInclude]
    public RequestTraits Traits { get; internal set; }

    /// <summary>The active entry; null where none is.</summary>
    [JsonIgnore]
    public RotaEntry? Active => ActiveEntry is { } index ? Rota[index] : null;

    /// <summary>The earliest deadline; null where none is armed.</summary>
    [JsonIgnore]
    public DateTimeOffset? NextDeadline => Deadlines.Count > 0 ? Deadlines[0].At : null;

    /// <summary>The due date that counts: the patron's, else the lender's.</summary>
    [JsonIgnore]
    public DateTimeOffset? DueDate => PatronDueDate ?? LenderDueDate;

    /// <summary>The position of the entry that shipped last or, where none did, of the last that was ever active; null where none was.</summary>
    internal int? LastEntry
    {
        get
        {
            int? last = null;
            for (var index = Rota.Count - 1; index >= 0; index--)
            {
                if (Rota[index].State == EntryState.Shipped)
                {
                    return index;
                }

                if (last is null && Rota[index].State is not (EntryState.Pending or EntryState.Unusable))
                {
                    last = index;
                }
            }

            return last;
        }
    }

    internal BorrowingRequest Copy()
    {
        var copy = (BorrowingRequest)MemberwiseClone();
        copy.Facts = Facts.Copy();
        return copy;
    }

    /// <summary>Id, status and version; nothing about the patron.</summary>
    public override string ToString() => $"{Id} {Status} v{Version}";
}
