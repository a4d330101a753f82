using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>Requests for a large table, each as the save that the store itself would have been given.</summary>
internal static class TableRows
{
    // A second sequence of numbers, so that the moments of the first are those of earlier figures.
    private const int SeedOfDescriptions = 815;

    private static readonly string[] Libraries = ["CSULB", "CSUN", "SDSU", "SFSU", "SJSU"];
    private static readonly string[] Assignees = ["Ana", "Bo", "Chris", "Dee", "Eli", "Fay", "Gus", "Hui"];
    private static readonly BorrowingStatus[] OpenStatuses = [.. BorrowingStatusExtensions.All.Where(status => !status.IsFinal())];

    /// <summary>As many requests as told, of which the open ones are spread over the whole table, as they are in life.</summary>
    public static IEnumerable<RequestSave> Of(TableSize size, DateTimeOffset now)
    {
        var (rows, open) = (size.Rows, size.Open);
        var (random, descriptions) = (new Random(4711), new Random(SeedOfDescriptions));
        for (var index = 0; index < rows; index++)
        {
            var opened = OpenBefore(index, rows, open);
            var status = opened != OpenBefore(index + 1, rows, open) ? OpenStatuses[opened % OpenStatuses.Length] : ClosedStatus(descriptions);
            yield return SaveOf(Make(index, status, now.AddSeconds(-random.Next(86_400 * 120)), descriptions));
        }
    }

    /// <summary>The open requests of such a table.</summary>
    public static RequestId[] OpenOf(TableSize size) =>
        [.. Enumerable.Range(0, size.Rows).Where(index => OpenBefore(index, size.Rows, size.Open) != OpenBefore(index + 1, size.Rows, size.Open)).Select(Id)];

    private static int OpenBefore(int index, int rows, int open) => (int)((long)index * open / rows);

    private static RequestId Id(int index) => $"R{index:0000000}";

    // One in twelve is cancelled.
    private static BorrowingStatus ClosedStatus(Random random) => random.Next(12) == 0 ? BorrowingStatus.CancelledByPatron : BorrowingStatus.RequestCompleted;

    /// <summary>The code of one of the 40 partners; the first are asked more often than the last.</summary>
    public static string Partner(Random random) => $"P{(int)(40 * Math.Sqrt(random.NextDouble())):00}";

    private static BorrowingRequest Make(int index, BorrowingStatus status, DateTimeOffset entered, Random random)
    {
        var library = random.Next(Libraries.Length);
        var isCompleted = status == BorrowingStatus.RequestCompleted;
        var request = new BorrowingRequest
        {
            Id = Id(index),
            Version = 9,
            Revision = 1,
            Status = status,
            EnteredAt = entered,
            CreatedAt = entered.AddDays(-20),
            Library = Libraries[library],
            ExternalId = $"EXT{index:0000000}",
            Assignee = random.Next(4) == 0 ? Assignees[random.Next(Assignees.Length)] : null,
            Patron = new($"P{index % 50_000}"),
            Citation = new() { Title = Titles.Any(random), Author = "Anonymous", Isbn = $"978{index:0000000000}" },
            Pickup = $"{Libraries[library]}-{random.Next(5)}",
            Rota = [new(Partner(random)) { State = status.IsFinal() ? Rota.EntryState.Shipped : Rota.EntryState.Active, IsConfirmed = true }, new("CSUN"), new("SJSU")],
            ActiveEntry = status.IsFinal() ? null : 0,
            LenderDueDate = entered.AddDays(60),
            Facts = new()
            {
                Done = LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received | LifeSteps.Loaned | LifeSteps.Returned | LifeSteps.CheckedIn,
                ClosedBy = isCompleted ? "RE-1" : null,
                ClosedByCheckIn = isCompleted,
                LatestEventAt = entered,
                LastEventAt = entered,
            },
        };
        request.Traits = TraitsOf.Compute(request, keptActive: false);
        return request;
    }

    // What a life writes is written: its event and inbox row, and an effect that has been carried out.
    private static RequestSave SaveOf(BorrowingRequest request) => new()
    {
        Request = request,
        Effects = [new($"{request.Id}/1/0", request.Id, EffectKind.SendReceived) { Partner = request.Rota[0].Partner, Entry = 0, At = request.EnteredAt, NotBefore = request.EnteredAt }],
        EffectsAreDone = true,
        Expected = ExpectedVersion.New,
        Key = new(request.Id, "system", "1"),
        Event = new()
        {
            Request = request.Id,
            Revision = 1,
            At = request.EnteredAt,
            MessageId = "1",
            Trigger = Machine.Trigger.Import,
            By = Machine.Actor.System,
            Verdict = Verdict.Applied,
            From = BorrowingStatus.None,
            To = request.Status,
            Version = 1,
        },
    };
}
