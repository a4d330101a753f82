using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Engine;

/// <summary>
/// A decision in the making: the request as it will be, and what leaves it. Steps change it; nothing else sees it before it is done.
/// </summary>
internal sealed class Decision(BorrowingRequest request, WorkflowInput input, DecisionContext context)
{
    private IReadOnlyList<(string Code, string? Objection)>? _offeredRota;

    // A copy that is this decision's own; what it started from is never changed.
    private RotaEntry[] _rota = [];
    private List<string>? _records;
    private List<string>? _withdrawn;
    private List<EffectSettlement>? _settled;

    /// <summary>The request as it will be; its status is still the old one while steps are applied.</summary>
    public BorrowingRequest Request { get; } = request;

    public WorkflowInput Input { get; } = input;

    public DecisionContext Context { get; } = context;

    /// <summary>What is decided now: the input's trigger, or the second one of a message that holds two.</summary>
    public Trigger Trigger { get; set; } = input.Trigger;

    /// <summary>The clause that is applied.</summary>
    public CompiledTransition? Clause { get; set; }

    public InputData Data => Input.Data;

    public DateTimeOffset Now => Context.Now;

    public BorrowingOptions Options => Context.Options;

    public BorrowingStatus From => Request.Status;

    public List<Effect> Effects { get; } = [];

    /// <summary>What is put on record. Like the two that follow, made when it is first added to: most decisions have none.</summary>
    public List<string> Records => _records ??= [];

    /// <summary>Queued sends that are withdrawn.</summary>
    public List<string> Withdrawn => _withdrawn ??= [];

    /// <summary>Effects whose fate the input tells.</summary>
    public List<EffectSettlement> Settled => _settled ??= [];

    public IReadOnlyList<string> AllRecords => _records ?? (IReadOnlyList<string>)[];

    public IReadOnlyList<string> AllWithdrawn => _withdrawn ?? (IReadOnlyList<string>)[];

    public IReadOnlyList<EffectSettlement> AllSettled => _settled ?? (IReadOnlyList<EffectSettlement>)[];

    /// <summary>True where everything about the patron goes.</summary>
    public bool ErasesPatronData { get; set; }

    public RotaEntry? Active => Request.Active;

    public Partner? ActivePartner => Active is { } entry ? Context.Partners.GetValueOrDefault(entry.Partner) : null;

    /// <summary>How the active partner works; the default where it is unknown or there is none.</summary>
    public WorkflowProfile ActiveProfile => ActivePartner?.Profile ?? WorkflowProfile.Default;

    /// <summary>The partners of a new rota, each with what speaks against it; empty for any other input.</summary>
    public IReadOnlyList<(string Code, string? Objection)> OfferedRota => _offeredRota ??= RotaProgress.Offer(this);

    /// <summary>
    /// The entry that a clause means: the active one; of a shipment after the close the shipper's; else the one that was active last.
    /// </summary>
    public int? Concerned => Request.ActiveEntry
        ?? Shipments.LateShipper(this)
        ?? (Request.Status == BorrowingStatus.RequestCompleted ? Request.BeforeClose?.ActiveEntry : null)
        ?? Request.LastEntry;

    /// <summary>Asks the world for something.</summary>
    public Effect Emit(EffectKind kind, string? detail = null, string? text = null, DateTimeOffset? dueDate = null) =>
        Add(new(NextEffectId(), Request.Id, kind) { Detail = detail, Text = text, DueDate = dueDate, At = Now, NotBefore = Now });

    /// <summary>Asks for a message to the partner that the clause means.</summary>
    public Effect EmitToPartner(EffectKind kind, string? detail = null, string? text = null) => EmitTo(Concerned, kind, detail, text);

    /// <summary>Asks for a message to an entry's partner; where there is no entry, to the partner that the input names.</summary>
    public Effect EmitTo(int? entry, EffectKind kind, string? detail = null, string? text = null) =>
        Add(new(NextEffectId(), Request.Id, kind)
        {
            Detail = detail,
            Text = text,
            Partner = entry is { } index ? Request.Rota[index].Partner : Input.Partner,
            Entry = entry,
            At = Now,
            NotBefore = Now,
        });

    public string NextEffectId() => string.Create(null, $"{Request.Id.Value}/{Request.Version}/{Effects.Count + 1}");

    /// <summary>Changes one entry of the rota.</summary>
    public void SetEntry(int index, RotaEntry entry)
    {
        if (!ReferenceEquals(Request.Rota, _rota))
        {
            Request.Rota = _rota = [.. Request.Rota];
        }

        _rota[index] = entry;
    }

    /// <summary>Changes the entry that the clause means; nothing where there is none.</summary>
    public void MarkEntry(EntryState state, string? reason = null)
    {
        if (Concerned is { } index)
        {
            var entry = Request.Rota[index];
            SetEntry(index, entry with { State = state, Reason = reason ?? entry.Reason });
        }
    }

    public void Arm(DeadlineKind kind, DateTimeOffset at) =>
        Request.Deadlines = [.. Request.Deadlines.Where(deadline => deadline.Kind != kind).Append(new(kind, at)).OrderBy(deadline => deadline.At)];

    public void Disarm(DeadlineKind kind)
    {
        if (Request.Deadlines.Any(deadline => deadline.Kind == kind))
        {
            Request.Deadlines = [.. Request.Deadlines.Where(deadline => deadline.Kind != kind)];
        }
    }

    private Effect Add(Effect effect)
    {
        Effects.Add(effect);
        return effect;
    }
}
