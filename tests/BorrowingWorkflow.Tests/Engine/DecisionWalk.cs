using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>
/// A request that is driven by random steps, through decisions only. Most steps fit the status that they meet, or a course would stay at
/// its beginning; the others are any trigger by anybody.
/// </summary>
internal sealed class DecisionWalk(BorrowingOptions options)
{
    private const string Id = "R-1";

    private static readonly WorkCalendar Calendar = new();

    private static readonly Dictionary<string, Partner> Partners = Move.Known.ToDictionary(code => code, code => new Partner(code)
    {
        IsActive = code != "E",
        Supplies = code == "D" ? Supplies.Digital : Supplies.PhysicalAndDigital,
        Profile = new()
        {
            HasRequestAccepted = code != "B",
            HasWillSupply = code is not ("B" or "C"),
            AnswersStatusRequests = code != "C",
        },
    });

    private readonly List<OpenSend> _openSends = [];
    private DateTimeOffset _now = new(2026, 8, 24, 16, 0, 0, TimeSpan.Zero);
    private int _count;

    public BorrowingRequest? Request { get; private set; }

    public BorrowingOptions Options { get; } = options;

    /// <summary>Takes one step; null where it comes to an input that no sender may send.</summary>
    public (BorrowingRequest? Before, WorkflowInput Input, DecisionContext Context)? Next(Move move)
    {
        _now += move.Around.Time;
        _count++;
        if (move.Around.Leases)
        {
            for (var index = 0; index < _openSends.Count; index++)
            {
                _openSends[index] = _openSends[index] with { IsUnderWay = true };
            }
        }

        // A purge ends the course, so it is rare.
        var fires = move.Kind == 0 && Request is { Deadlines: [{ At.Year: < 3000 } first, ..] } && (first.Kind != DeadlineKind.Retention || move.Pick % 9 == 0)
            ? first
            : null;
        var input = fires is null ? Input(move) : Timer(fires);
        if (fires is not null && _now < fires.At)
        {
            _now = fires.At;
        }

        if (InputCheck.Fault(input) is not null || (Request is null && (!input.Trigger.IsCreating() || InputCheck.CreationFault(input) is not null)))
        {
            return null;
        }

        return (Request, input, new DecisionContext
        {
            Table = TransitionTable.Default,
            Machines = MachinePool.Default,
            Options = Options,
            Calendar = Calendar,
            Now = _now,
            Partners = Partners.ToDictionary(
                pair => pair.Key,
                pair => Array.IndexOf(Move.Known, pair.Key) == move.Around.Away ? pair.Value with { IsActive = false } : pair.Value),
            OpenSends = [.. _openSends],
            Objection = move.Around.Objection,
            Fires = fires,
        });
    }

    /// <summary>Takes over what was decided, as a store does.</summary>
    public void Keep(Decided decided)
    {
        Request = decided.Save.Request;
        _openSends.RemoveAll(send =>
            decided.Save.Withdrawn.Contains(send.Effect) || decided.Save.Settled.Any(settled => settled.Effect == send.Effect));
        _openSends.AddRange(decided.Save.Effects.Where(effect => effect.IsSend).Select(effect => new OpenSend(effect.Id, effect.Entry ?? -1, IsUnderWay: false)));
    }

    private WorkflowInput Input(Move move)
    {
        var (trigger, by) = (move.Trigger, move.By);
        if (Request is null)
        {
            // Most courses begin with a Submit; some with whatever the move says.
            (trigger, by) = move.Kind < 8 ? (Trigger.Submit, Actor.Patron) : move.Kind < 9 ? (Trigger.Import, Actor.System) : (trigger, by);
        }
        else if (move.Kind < 8)
        {
            (trigger, by) = Fitting(Request.Status, move.Pick, trigger, by);
        }

        var others = Request is { Rota.Count: > 0 } request ? request.Rota[move.Pick % request.Rota.Count].Partner : "Nobody";
        var partner = move.Partner switch
        {
            < 7 => Request is { } held && (held.ActiveEntry ?? held.BeforeClose?.ActiveEntry) is { } index ? held.Rota[index].Partner : others,
            7 => others,
            8 => null,
            _ => "Nobody",
        };
        if (trigger is Trigger.Sent or Trigger.SendFailed && move.Partner < 5)
        {
            partner = null;
        }

        return new()
        {
            Request = Id,
            Trigger = trigger,
            AndThen = Request is null ? null : move.AndThen,
            By = by,
            MessageId = $"m{_count}",
            Who = by == Actor.Staff ? "someone" : null,
            Partner = partner,
            At = move.Around.DateIsOwn ? _now.AddDays(-1) : null,
            Data = move.Data with
            {
                Effect = move.Data.Effect == "?" ? _openSends.Count > 0 ? _openSends[move.Pick % _openSends.Count].Effect : null : move.Data.Effect,
            },
        };
    }

    /// <summary>A trigger that some clause takes in the status, by somebody who may fire it.</summary>
    private static (Trigger Trigger, Actor By) Fitting(BorrowingStatus status, int pick, Trigger otherwise, Actor by)
    {
        var ways = Enum.GetValues<Trigger>()
            .Where(trigger => trigger is not (Trigger.Complete or Trigger.Purge) || pick % 7 == 0)
            .SelectMany(trigger => TransitionTable.Default.Cell(status, trigger).ToArray())
            .SelectMany(row => Enum.GetValues<Actor>().Where(actor => (row.Actors & actor.AsSet()) != 0).Select(actor => (row.Trigger, actor)))
            .Distinct().ToArray();

        // Clauses that move the request come up more often than those that every status has, and ends less often than ways on.
        var moving = ways.Where(way => Any(way, row => !row.Stays)).ToArray();
        var onward = moving.Where(way => Any(way, row => !row.Stays && !row.To.IsFinal())).ToArray();
        var choice = (pick % 5) switch
        {
            0 => ways,
            1 when moving.Length > 0 => moving,
            _ => onward.Length > 0 ? onward : moving.Length > 0 ? moving : ways,
        };
        return choice.Length == 0 ? (otherwise, by) : choice[pick / 5 % choice.Length];

        bool Any((Trigger Trigger, Actor By) way, Func<CompiledTransition, bool> holds) =>
            TransitionTable.Default.Cell(status, way.Trigger).ToArray().Any(holds);
    }

    private WorkflowInput Timer(Deadline fires) => new()
    {
        Request = Id,
        Trigger = Deadlines.TriggerOf(fires.Kind),
        By = Actor.System,
        MessageId = $"m{_count}",
        Partner = fires.Kind == DeadlineKind.PartnerExpiry ? Request?.Active?.Partner ?? "(none)" : null,
    };
}
