using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Requests at random that are close to each other in everything that lists ask for, and what lists of them hold.</summary>
internal static class SampleRequests
{
    private static readonly BorrowingStatus[] Statuses =
        [BorrowingStatus.ReadyToBeSent, BorrowingStatus.OverdueRequest, BorrowingStatus.RequestCompleted, BorrowingStatus.CancelledByPatron];

    private static readonly string[] Words = ["history", "Histoire", "art", "Arthur", "of", "Ö", "夢", "1984"];
    private static readonly string[] Asked = ["hist", "a", "ARTHUR", "o", "ö of", "夢 h", "1984", "9780", "978-1", "ext-2", "r-01", "R-149", "none", "'"];

    public static BorrowingRequest Any(string id, Random random)
    {
        return ARequest(id, Statuses[random.Next(Statuses.Length)], request =>
        {
            request.EnteredAt = Moment();
            request.Library = random.Next(2) == 0 ? "CSUN" : "CSULB";
            request.Patron = new(random.Next(3) == 0 ? "p1" : "p2");
            request.Assignee = random.Next(3) == 0 ? "ann" : null;
            request.Pickup = random.Next(3) switch { 0 => "Main", 1 => "Annex", _ => null };
            request.ExternalId = random.Next(3) == 0 ? $"ext-{random.Next(4)}" : null;
            request.Citation = new()
            {
                Title = string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => Words[random.Next(Words.Length)])),
                Isbn = random.Next(4) == 0 ? $"978-{random.Next(2)}" : null,
            };
            request.Rota = [new("A") { State = EntryState.Rejected }, new("B") { State = random.Next(2) == 0 ? EntryState.Active : EntryState.Pending }];
            request.ActiveEntry = request.Rota[1].State == EntryState.Active ? 1 : null;
            request.LenderDueDate = random.Next(2) == 0 ? Moment() : null;
            request.HoldExpiresAt = random.Next(2) == 0 ? Moment() : null;
            request.Notes = random.Next(4) == 0 ? [new("n0", "t", Moment()) { DismissedAt = Noon }, new("n1", "t", Moment())] : [];
            request.Messages = random.Next(4) == 0 ? [new("g1", "A", "t", Moment())] : [];
            request.Traits = random.Next(4) == 0 ? RequestTraits.HoldExpired : RequestTraits.None;
        });

        DateTimeOffset Moment() => Noon.AddTicks(random.Next(20));
    }

    /// <summary>Every condition by itself and some together, in every order, and some made up of conditions at random.</summary>
    public static IEnumerable<RequestQuery> Queries(Random random)
    {
        foreach (var order in Enum.GetValues<RequestOrder>())
        {
            yield return new() { Order = order };
            yield return new() { Order = order, Statuses = [] };
            yield return new() { Order = order, Statuses = [BorrowingStatus.ReadyToBeSent] };
            yield return new() { Order = order, Statuses = [BorrowingStatus.RequestCompleted, BorrowingStatus.OverdueRequest] };
            yield return new() { Order = order, AnyTrait = RequestTraits.ActiveNote };
            yield return new() { Order = order, AnyTrait = RequestTraits.ActiveMessage | RequestTraits.ActiveNote };
            yield return new() { Order = order, AnyTrait = RequestTraits.HoldExpired | RequestTraits.ActiveNote };
            yield return new() { Order = order, Library = "CSUN", Assignee = "ann" };
            yield return new() { Order = order, Partner = "A" };
            yield return new() { Order = order, Pickup = "Main" };
            yield return new() { Order = order, Pickup = "Annex", Library = "CSUN", Statuses = [BorrowingStatus.RequestCompleted] };
            yield return new() { Order = order, Patron = "p1" };
            yield return new() { Order = order, Patron = "p1", Statuses = [BorrowingStatus.RequestCompleted], Partner = "B" };
            yield return new() { Order = order, EnteredAfter = Noon.AddTicks(3), EnteredBefore = Noon.AddTicks(9) };
            yield return new() { Order = order, Statuses = [BorrowingStatus.OverdueRequest, BorrowingStatus.CancelledByPatron], EnteredAfter = Noon.AddTicks(12) };
            yield return new() { Order = order, HoldExpiresBefore = Noon.AddTicks(10) };
            for (var i = 0; i < 5; i++)
            {
                yield return AnyQuery(order, random);
            }
        }
    }

    /// <summary>Texts, alone and with conditions at random, in every order.</summary>
    public static IEnumerable<RequestQuery> Searches(Random random)
    {
        foreach (var text in Asked)
        {
            yield return new() { Text = text, Order = (RequestOrder)random.Next(6) };
            yield return new() { Text = text, Order = (RequestOrder)random.Next(6), Patron = "p1" };
            yield return AnyQuery((RequestOrder)random.Next(6), random) with { Text = text };
        }
    }

    /// <summary>The ids that a list of the query holds, in its order.</summary>
    public static IEnumerable<string> Expected(IEnumerable<BorrowingRequest> all, RequestQuery query)
    {
        var found = all.Where(request => query.Matches(RequestSummary.Of(request)) && (query.Patron is null || query.Patron == request.Patron!.Id)
            && (query.Text is null || SearchText.Of(query.Text).Matches(request)));
        var ordered = query.Order switch
        {
            RequestOrder.LongestInStatus => found.OrderBy(request => request.EnteredAt),
            RequestOrder.Newest => found.OrderByDescending(request => request.EnteredAt),
            RequestOrder.OldestNote => found.OrderBy(request => request.Notes.FirstOrDefault(note => note.IsActive)?.At ?? DateTimeOffset.MaxValue),
            RequestOrder.OldestMessage => found.OrderBy(request => request.Messages.FirstOrDefault(message => message.IsActive)?.At ?? DateTimeOffset.MaxValue),
            RequestOrder.DueDate => found.OrderBy(request => request.DueDate ?? DateTimeOffset.MaxValue),
            _ => found.OrderBy(request => request.HoldExpiresAt ?? DateTimeOffset.MaxValue),
        };
        return ordered.ThenBy(request => request.Id.Value, StringComparer.Ordinal).Select(request => request.Id.Value);
    }

    private static RequestQuery AnyQuery(RequestOrder order, Random random) => new()
    {
        Order = order,
        Statuses = random.Next(2) == 0 ? null : StatusSet.Create([.. Statuses.Where(_ => random.Next(2) == 0)]),
        AnyTrait = random.Next(3) == 0 ? (RequestTraits)random.Next(1, 64) : RequestTraits.None,
        Library = random.Next(3) == 0 ? "CSUN" : null,
        Partner = random.Next(3) == 0 ? "B" : null,
        Assignee = random.Next(4) == 0 ? "ann" : null,
        Patron = random.Next(3) == 0 ? "p2" : null,
        Pickup = random.Next(4) == 0 ? "Main" : null,
        EnteredAfter = random.Next(3) == 0 ? Noon.AddTicks(random.Next(20)) : null,
        EnteredBefore = random.Next(3) == 0 ? Noon.AddTicks(random.Next(20)) : null,
        HoldExpiresBefore = random.Next(4) == 0 ? Noon.AddTicks(random.Next(20)) : null,
    };
}
