using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Operations that follow from a seed: the same seed gives the same ones, and fewer of them are the first ones.</summary>
internal sealed class RandomOperations
{
    private readonly Random _random;
    private readonly (int Weight, Func<StoreOperation> Make)[] _kinds;

    private RandomOperations(int seed)
    {
        _random = new(seed);
        _kinds =
        [
            (8, () => new Create { Content = Any(), Effects = Number(3) }),
            (26, Next),
            (3, () => new SaveStale(Any(), Any()) { Content = Any(), Effects = Number(2) }),
            (1, () => new SaveOfNothing { Content = Any() }),
            (3, () => new SaveAgain(Any(), Any()) { Content = Any(), Effects = Number(2) }),
            (10, () => new LeaseEffects(1 + Number(4), 1 + Number(60))),
            (12, () => new Settle(Any(), Outcome())),
            (5, () => new LeaseDeadlines(1 + Number(4), 1 + Number(60))),
            (6, () => new PassTime(1 + Number(90))),
            (2, () => new Find(Any())),
            (3, () => new ReadHistory(Any())),
            (4, () => new Load(Any(), Any())),
            (8, () => new ReadList(Query(), 1 + Number(6))),
            (3, () => new Scan(Chance(50) ? ScanScope.Watched : ScanScope.Everything)),
            (2, () => new Pending()),
            (2, () => new Count()),
            (3, () => new AskBacklog()),
            (2, () => new RecordCheck(Any(), Any())),
            (1, () => new ReadRuns()),
            (2, () => new Dismiss(Any(), Any(), 1 + Number(90))),
            (1, () => new ReadDismissals()),
            (1, () => new Reopen(Any())),
        ];
    }

    public static IReadOnlyList<StoreOperation> Of(int seed, int steps)
    {
        var random = new RandomOperations(seed);
        return [.. Enumerable.Range(0, steps).Select(_ => random.Operation())];
    }

    private StoreOperation Operation()
    {
        var place = Number(_kinds.Sum(kind => kind.Weight));
        var chosen = _kinds.First(kind => (place -= kind.Weight) < 0).Make();
        return chosen with { View = Number(2) };
    }

    private SaveNext Next() => new(Any(), Chance(60) ? Verdict.Applied : (Verdict)Number(Enum.GetValues<Verdict>().Length))
    {
        Content = Any(),
        Effects = Number(4),
        Withdrawn = Chance(30) ? 1 + Number(2) : 0,
        Settled = Chance(30) ? Any() : null,
        Outcome = Outcome(),
        EffectsAreDone = Chance(10),
        Erases = Chance(7),
    };

    private RequestQuery Query() => new()
    {
        Statuses = Chance(30) ? Statuses() : null,
        AnyTrait = Chance(20) ? (RequestTraits)Number(512) : RequestTraits.None,
        Library = Chance(20) ? RandomContents.Library(Any()) : null,
        Partner = Chance(20) ? RandomContents.Partner(Any()) : null,
        Assignee = Chance(20) ? RandomContents.Assignee(Any()) : null,
        Patron = Chance(20) ? RandomContents.Patron(Any()) : null,
        Pickup = Chance(20) ? RandomContents.Pickup(Any()) : null,
        Text = Chance(25) ? RandomContents.Text(Any()) : null,
        EnteredAfter = Chance(20) ? ModelWorld.SharedMoment(Any()) : null,
        EnteredBefore = Chance(20) ? ModelWorld.SharedMoment(Any()) : null,
        HoldExpiresBefore = Chance(20) ? ModelWorld.SharedMoment(Any()) : null,
        Order = (RequestOrder)Number(Enum.GetValues<RequestOrder>().Length),
    };

    private StatusSet Statuses() => [BorrowingStatus.RequestCompleted, .. BorrowingStatusExtensions.All.Where(_ => Chance(40))];

    private EffectOutcome Outcome() => (EffectOutcome)Number(Enum.GetValues<EffectOutcome>().Length);

    private bool Chance(int percent) => Number(100) < percent;

    private int Number(int below) => _random.Next(below);

    private int Any() => _random.Next(10_000);
}
