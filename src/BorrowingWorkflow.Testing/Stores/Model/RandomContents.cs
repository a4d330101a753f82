using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Snapshots, events and effects that differ in what stores keep beside the body. They need not make sense to a librarian.</summary>
internal sealed class RandomContents(ModelWorld world, int seed)
{
    private const string Letters = "Ünïcødé \"'<>& 漢字 العربية e\u0301 👩🏽‍🚀 \\ \r\n";

    private static readonly string[] Texts = ["uni", "UNIC amp", "字", "漢 unit", "of", "R-1", "r", "978", "ext", "'", "unit the", "العرب"];

    private static readonly EffectKind[] Kinds =
        [EffectKind.SendRequest, EffectKind.RepeatSend, EffectKind.AskPartner, EffectKind.NotifyPatron, EffectKind.StartLocate, EffectKind.SendNote];

    private readonly Random _random = new(seed);

    public static string Library(int number) => number % 2 == 0 ? "CSUN" : "Bücherei";

    public static string Partner(int number) => number % 2 == 0 ? "B" : "b";

    public static string Assignee(int number) => number % 2 == 0 ? "Jürgen" : "jürgen";

    public static string Patron(int number) => $"p-{number % 3}";

    public static string Pickup(int number) => number % 2 == 0 ? "Main" : "main";

    public static string Text(int number) => Texts[number % Texts.Length];

    public BorrowingRequest Request(BorrowingRequest? before, RequestId id, int revision, Verdict verdict)
    {
        var request = before?.Copy() ?? new BorrowingRequest { Id = id, CreatedAt = world.Now };
        request.Revision = revision;
        request.Version += verdict == Verdict.Applied ? 1 : 0;
        if (before is null || verdict == Verdict.Applied)
        {
            Change(request);
        }

        request.Traits = TraitsOf.Compute(request, keptActive: Chance(5));
        return request;
    }

    public HistoryEvent Event(BorrowingRequest request, BorrowingRequest? before, MessageKey key, Verdict verdict) => new()
    {
        Request = request.Id,
        Revision = request.Revision,
        At = world.Moment(-Number(100)),
        MessageId = key.MessageId,
        Trigger = Chance(20) ? Trigger.EditRequest : Trigger.AddNote,
        By = key.Sender switch { "patron" => Actor.Patron, "staff" => Actor.Staff, "system" => Actor.System, _ => Actor.Partner },
        Who = Maybe("Jürgen"),
        Partner = Maybe("B"),
        Verdict = verdict,
        Clause = verdict == Verdict.Applied ? "ME-1" : null,
        From = before?.Status ?? request.Status,
        To = request.Status,
        Version = request.Version,
        Reason = verdict == Verdict.Refused ? Letters : null,
        Records = Chance(30) ? ["Title", Letters] : [],
        Permitted = verdict == Verdict.Refused ? [Trigger.AddNote] : [],
        Data = Chance(70) ? new() { Text = Letters, DueDate = world.Moment(60) } : null,
    };

    public IReadOnlyList<Effect> Effects(BorrowingRequest request, int count) => [.. Enumerable.Range(0, count).Select(position =>
    {
        var kind = Kinds[Number(Kinds.Length)];
        var at = world.Moment();
        return new Effect($"{request.Id}/{request.Revision}/{position}", request.Id, kind)
        {
            Detail = kind == EffectKind.NotifyPatron ? "SuggestIll" : null,
            Partner = Maybe("B"),
            Entry = kind is EffectKind.NotifyPatron or EffectKind.StartLocate ? null : Number(3),
            Text = Maybe(Letters),
            At = at,
            NotBefore = Chance(30) ? at.AddMinutes(Number(120)) : at,
        };
    })];

    private void Change(BorrowingRequest request)
    {
        request.Status = Chance(30) ? BorrowingStatus.RequestCompleted : BorrowingStatusExtensions.All[Number(BorrowingStatusExtensions.All.Count)];
        request.EnteredAt = ModelWorld.SharedMoment(Number(8));
        request.Library = Library(Number(2));
        request.Patron = new(Patron(Number(3)));
        request.Assignee = Maybe(Assignee(Number(2)));
        request.Citation = new() { Title = Title(Number(3)), Isbn = Maybe("9-78") };
        request.ExternalId = Maybe("ext");
        request.Pickup = Maybe(Pickup(Number(2)));
        request.Rota = [new("A") { State = EntryState.Rejected, Reason = Letters }, new(Partner(Number(2))) { State = EntryState.Active }];
        request.ActiveEntry = Chance(70) ? 1 : null;
        request.Notes = Chance(30) ? [new("n1", Letters, ModelWorld.SharedMoment(Number(8))) { DismissedAt = Chance(50) ? world.Now : null }] : [];
        request.Messages = Chance(30) ? [new("g1", "B", Letters, ModelWorld.SharedMoment(Number(8)), IsOutgoing: Chance(30))] : [];
        request.LenderDueDate = MaybeShared();
        request.PatronDueDate = MaybeShared();
        request.HoldExpiresAt = MaybeShared();
        request.Place = Chance(20) ? ItemPlace.InTransitToPickup : ItemPlace.Elsewhere;
        request.Deadlines = Chance(40)
            ? [new(DeadlineKind.PartnerExpiry, world.Moment(Number(120) - 20)), new(DeadlineKind.Retention, world.Moment(10_000))]
            : [];
        request.Facts.HoldExpired = Chance(10);
        request.Facts.OutOfSequence = Chance(10) ? 1 : 0;
    }

    private static string Title(int number) => number % 3 == 0 ? Letters : number % 3 == 1 ? "Ünï of 漢" : "The unit";

    private bool Chance(int percent) => Number(100) < percent;

    private int Number(int below) => _random.Next(below);

    private string? Maybe(string text) => Chance(50) ? text : null;

    private DateTimeOffset? MaybeShared() => Chance(50) ? ModelWorld.SharedMoment(Number(8)) : null;
}
