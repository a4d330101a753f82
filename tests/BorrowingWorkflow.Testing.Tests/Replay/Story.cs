using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Testing.Tests.Replay;

/// <summary>One request, driven through the engine on a store in memory, where every call is done when it returns.</summary>
internal sealed class Story : IIntakeRule
{
    /// <summary>A Monday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 9, 14, 16, 0, 0, TimeSpan.Zero);

    private const string Request = "R-1";

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly Dictionary<string, Partner> _partners = new(StringComparer.Ordinal);
    private readonly List<HistoryEvent> _history = [];
    private BorrowingEngine? _engine;
    private int _messages;

    public InMemoryWorkflowStore Store { get; } = new();

    /// <summary>The history as each input left it: before a purge takes it away.</summary>
    public IReadOnlyList<HistoryEvent> History => _history;

    public BorrowingOptions Options { get; } = new();

    public WorkCalendarOptions Calendar { get; } = new();

    public IntakeObjection Objection { get; private set; }

    public RecordingSettings Settings => new() { Options = Options, Partners = new InMemoryPartnerDirectory(_partners.Values), Calendar = Calendar };

    public BorrowingRequest Now => Store.FindAsync(Request).AsTask().GetAwaiter().GetResult()!;

    private BorrowingEngine Engine => _engine ??= new(
        Store, Options, new InMemoryPartnerDirectory(_partners.Values), new WorkCalendar(Calendar), [this], _clock, NullLogger<BorrowingEngine>.Instance);

    public ValueTask<bool> ObjectsAsync(RequestId request, Submission submission, CancellationToken cancellationToken = default) =>
        new(Objection != IntakeObjection.None);

    public Task<RecordedHistory> RecordAsync(string name) => RecordedHistory.RecordAsync(name, History, Settings);

    public Story Where(Action<BorrowingOptions> set)
    {
        set(Options);
        return this;
    }

    public Story Knows(params Partner[] partners)
    {
        foreach (var partner in partners)
        {
            _partners[partner.Code] = partner;
        }

        return this;
    }

    /// <summary>Submitted; an intake rule may object.</summary>
    public Story Submitted(IntakeObjection objection = IntakeObjection.None, InputData? data = null)
    {
        Objection = objection;
        return Patron(Trigger.Submit, (data ?? new()) with { Library = "CSULB", Patron = "patron-4711", Title = "The Dispossessed" });
    }

    /// <summary>Submitted, if it is not, and located.</summary>
    public Story Located(params string[] partners)
    {
        if (_engine is null)
        {
            Knows([.. partners.Where(code => !_partners.ContainsKey(code)).Select(code => new Partner(code))]);
            Submitted();
        }

        return System(Trigger.RotaBuilt, new() { Partners = partners });
    }

    public Story SentTo(params string[] partners) => Located(partners).Sent();

    public Story Sent(string? effect = null) => System(Trigger.Sent, new() { Effect = effect });

    public Story Failed(SendOutcome? outcome = null) => System(Trigger.SendFailed, new() { Outcome = outcome });

    public Story Shipped() => Partner("CSUN", Trigger.PartnerShipped, new() { DueDate = Start.AddDays(40) });

    public Story Received() => SentTo("CSUN", "SDLAW").Shipped().Staff(Trigger.Receive);

    public Story Loaned() => Received().Staff(Trigger.Loan, new() { DueDate = Start.AddDays(30) });

    public Story Patron(Trigger trigger, InputData? data = null) => Take(trigger, Actor.Patron, null, data);

    public Story Staff(Trigger trigger, InputData? data = null) => Take(trigger, Actor.Staff, null, data);

    public Story StaffFor(string partner, Trigger trigger, InputData? data = null) => Take(trigger, Actor.Staff, partner, data);

    public Story System(Trigger trigger, InputData? data = null) => Take(trigger, Actor.System, null, data);

    public Story Partner(string partner, Trigger trigger, InputData? data = null, Trigger? andThen = null) =>
        Take(trigger, Actor.Partner, partner, data, andThen);

    public Story Days(double days)
    {
        _clock.Advance(TimeSpan.FromDays(days));
        return this;
    }

    /// <summary>The earliest deadline is due and fires.</summary>
    public Story Due()
    {
        var at = Now.Deadlines[0].At;
        if (at > _clock.GetUtcNow())
        {
            _clock.SetUtcNow(at);
        }

        Assert.NotNull(Engine.FireDueAsync(Request, CancellationToken.None).AsTask().GetAwaiter().GetResult());
        return Noted();
    }

    /// <summary>A dispatcher leases what is due: a send among it may have arrived from now on.</summary>
    public Story UnderWay()
    {
        Store.LeaseAsync(_clock.GetUtcNow(), 100, TimeSpan.FromMinutes(5)).AsTask().GetAwaiter().GetResult();
        return this;
    }

    public Story Is(BorrowingStatus status)
    {
        Assert.Equal(status, Now.Status);
        return this;
    }

    public Story Take(Trigger trigger, Actor by, string? partner, InputData? data, Trigger? andThen = null, DateTimeOffset? at = null)
    {
        var input = new WorkflowInput
        {
            Request = Request,
            Trigger = trigger,
            AndThen = andThen,
            By = by,
            MessageId = $"message-{++_messages}",
            Who = by == Actor.Staff ? "kim" : null,
            Partner = partner,
            At = at,
            Data = data ?? new(),
        };
        var task = by == Actor.Partner ? Engine.ReceiveAsync(input) : Engine.ExecuteAsync(input);
        task.AsTask().GetAwaiter().GetResult();
        _clock.Advance(TimeSpan.FromMinutes(1));
        return Noted();
    }

    private Story Noted()
    {
        var all = Store.HistoryAsync(Request).AsTask().GetAwaiter().GetResult();
        _history.AddRange(all.Skip(_history.Count));
        return this;
    }
}
