using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>
/// One request, driven through pure decisions and nothing else. It keeps what the store would keep between two of them: the snapshot,
/// the sends that are open and the clock. Start with <c>ARequest()</c>; one Fire is one input.
/// </summary>
internal sealed partial class Scene
{
    public const string Library = "CSULB";

    /// <summary>A Monday, 16:00 UTC.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 14, 16, 0, 0, TimeSpan.Zero);

    private static readonly WorkCalendar Calendar = new();

    private readonly Dictionary<string, Partner?> _partners = new(StringComparer.Ordinal);
    private readonly List<OpenSend> _openSends = [];
    private readonly List<Effect> _allEffects = [];
    private readonly List<HistoryEvent> _history = [];
    private BorrowingRequest? _request;
    private Decided? _last;
    private IntakeObjection _objection;
    private string? _former;

    public static Scene ARequest() => new();

    public BorrowingOptions Options { get; } = new();

    public DateTimeOffset Now { get; private set; } = Start;

    public BorrowingRequest Request => _request ?? throw new InvalidOperationException("Nothing has happened yet.");

    /// <summary>What came of the last input.</summary>
    public TransitionResult Result => Last.Result;

    /// <summary>What would be saved for the last input.</summary>
    public RequestSave Save => Last.Save;

    /// <summary>The effects of the last input.</summary>
    public IReadOnlyList<Effect> Effects => Last.Save.Effects;

    /// <summary>The effects of all inputs so far.</summary>
    public IReadOnlyList<Effect> AllEffects => _allEffects;

    public IReadOnlyList<HistoryEvent> History => _history;

    public IReadOnlyList<OpenSend> OpenSends => _openSends;

    private Decided Last => _last ?? throw new InvalidOperationException("Nothing has happened yet.");

    /// <summary>Sets policies.</summary>
    public Scene Where(Action<BorrowingOptions> set)
    {
        set(Options);
        return this;
    }

    /// <summary>Describes a partner; codes that are not described are known partners with every optional status.</summary>
    public Scene WherePartner(string code, Func<Partner, Partner> describe)
    {
        _partners[code] = describe(PartnerOf(code) ?? new(code));
        return this;
    }

    /// <summary>Changes a partner's workflow profile.</summary>
    public Scene WhereProfile(string code, Func<WorkflowProfile, WorkflowProfile> describe) =>
        WherePartner(code, partner => partner with { Profile = describe(partner.Profile) });

    /// <summary>The directory does not know the partner.</summary>
    public Scene WhereUnknown(string code)
    {
        _partners[code] = null;
        return this;
    }

    /// <summary>The first intake rule that objects says this.</summary>
    public Scene WhereIntakeSays(IntakeObjection objection)
    {
        _objection = objection;
        return this;
    }

    /// <summary>Lets time pass.</summary>
    public Scene After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    public Scene AfterDays(double days) => After(TimeSpan.FromDays(days));

    /// <summary>The send that was queued last is leased: from now on the partner may have it.</summary>
    public Scene SendUnderWay()
    {
        _openSends[^1] = _openSends[^1] with { IsUnderWay = true };
        return this;
    }

    public Scene Patron(Trigger trigger, InputData? data = null) => Fire(trigger, Actor.Patron, null, data);

    public Scene Staff(Trigger trigger, InputData? data = null) => Fire(trigger, Actor.Staff, null, data);

    /// <summary>Staff record a partner's answer on its behalf, or say which partner they mean.</summary>
    public Scene StaffFor(string partner, Trigger trigger, InputData? data = null) => Fire(trigger, Actor.Staff, partner, data);

    public Scene Partner(string partner, Trigger trigger, InputData? data = null) => Fire(trigger, Actor.Partner, partner, data);

    public Scene System(Trigger trigger, InputData? data = null) => Fire(trigger, Actor.System, null, data);

    public Scene SystemFor(string partner, Trigger trigger, InputData? data = null) => Fire(trigger, Actor.System, partner, data);

    /// <summary>The earliest deadline is due and fires, as a sweep does it; the clock goes there if it is not past it.</summary>
    public Scene Due()
    {
        var deadline = Request.Deadlines[0];
        Now = Now < deadline.At ? deadline.At : Now;
        var trigger = Deadlines.TriggerOf(deadline.Kind);
        var partner = deadline.Kind == DeadlineKind.PartnerExpiry ? Request.Active?.Partner ?? "(none)" : null;
        return Decide(Input(trigger, Actor.System, partner, null), deadline);
    }

    /// <summary>One input, whatever becomes of it.</summary>
    public Scene Fire(Trigger trigger, Actor by, string? partner, InputData? data, Trigger? andThen = null) =>
        Decide(Input(trigger, by, partner, data) with { AndThen = andThen });

    public Scene Decide(WorkflowInput input, Deadline? fires = null)
    {
        InputCheck.Ensure(input);
        var context = new DecisionContext
        {
            Table = TestTable.Current,
            Machines = TestTable.Machines,
            Options = Options,
            Calendar = Calendar,
            Now = Now,
            Partners = PartnersFor(input),
            OpenSends = [.. _openSends],
            Objection = input.Trigger == Trigger.Submit ? _objection : IntakeObjection.None,
            Fires = fires,
        };
        _last = Decider.Decide(_request, input, context);
        _request = _last.Save.Request;
        _history.Add(_last.Save.Event);
        _allEffects.AddRange(_last.Save.Effects);
        Queue(_last.Save);
        return this;
    }

    /// <summary>The triggers that the actor may fire now.</summary>
    public TriggerSet Permitted(Actor by)
    {
        var question = Input(Trigger.Assign, by, null, null);
        return Decider.Permitted(
            new(Request, question, new()
            {
                Table = TestTable.Current,
                Machines = TestTable.Machines,
                Options = Options,
                Calendar = Calendar,
                Now = Now,
                Partners = PartnersFor(question),
                OpenSends = [.. _openSends],
            }),
            by);
    }

    private void Queue(RequestSave save)
    {
        _openSends.RemoveAll(send => save.Withdrawn.Contains(send.Effect) || save.Settled.Any(settled => settled.Effect == send.Effect));
        _openSends.AddRange(save.Effects.Where(effect => effect.IsSend).Select(effect => new OpenSend(effect.Id, effect.Entry!.Value, false)));
    }

    private WorkflowInput Input(Trigger trigger, Actor by, string? partner, InputData? data) => new()
    {
        Request = "R-1",
        Trigger = trigger,
        By = by,
        MessageId = $"m-{_history.Count + 1}",
        Who = by == Actor.Staff ? "kim" : null,
        Partner = partner,
        Data = data ?? new(),
    };

    private Dictionary<string, Partner> PartnersFor(WorkflowInput input) =>
        (_request?.Rota.Select(entry => entry.Partner) ?? []).Concat(input.Data.Partners ?? [])
            .Distinct(StringComparer.Ordinal).Select(PartnerOf).OfType<Partner>().ToDictionary(partner => partner.Code, StringComparer.Ordinal);

    private Partner? PartnerOf(string code) => _partners.TryGetValue(code, out var partner) ? partner : new(code);
}
