using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>Requests for a large table, each as the save that the store itself would have been given.</summary>
internal static class TableRows
{
    private static readonly BorrowingStatus[] OpenStatuses = [.. BorrowingStatusExtensions.All.Where(status => !status.IsFinal())];

    /// <summary>As many requests as told, of which the open ones are spread over the whole table, as they are in life.</summary>
    public static IEnumerable<RequestSave> Of(TableSize size, DateTimeOffset now)
    {
        var (rows, open) = (size.Rows, size.Open);
        var random = new Random(4711);
        for (var index = 0; index < rows; index++)
        {
            var opened = OpenBefore(index, rows, open);
            var status = opened != OpenBefore(index + 1, rows, open) ? OpenStatuses[opened % OpenStatuses.Length] : BorrowingStatus.RequestCompleted;
            yield return SaveOf(Make(index, status, now.AddSeconds(-random.Next(86_400 * 120))));
        }
    }

    /// <summary>The open requests of such a table.</summary>
    public static RequestId[] OpenOf(TableSize size) =>
        [.. Enumerable.Range(0, size.Rows).Where(index => OpenBefore(index, size.Rows, size.Open) != OpenBefore(index + 1, size.Rows, size.Open)).Select(Id)];

    private static int OpenBefore(int index, int rows, int open) => (int)((long)index * open / rows);

    private static RequestId Id(int index) => $"R{index:0000000}";

    private static BorrowingRequest Make(int index, BorrowingStatus status, DateTimeOffset entered)
    {
        var request = new BorrowingRequest
        {
            Id = Id(index),
            Version = 9,
            Revision = 1,
            Status = status,
            EnteredAt = entered,
            CreatedAt = entered.AddDays(-20),
            Library = "SDSU",
            Patron = new($"P{index % 50_000}"),
            Citation = new() { Title = $"Collected works, {index}", Author = "Anonymous", Isbn = $"978{index:0000000000}" },
            Pickup = "Main",
            Rota = [new("CHICO") { State = status.IsFinal() ? Rota.EntryState.Shipped : Rota.EntryState.Active, IsConfirmed = true }, new("CSUN"), new("SJSU")],
            ActiveEntry = status.IsFinal() ? null : 0,
            LenderDueDate = entered.AddDays(60),
            Facts = new()
            {
                Done = LifeSteps.Sent | LifeSteps.Shipped | LifeSteps.Received | LifeSteps.Loaned | LifeSteps.Returned | LifeSteps.CheckedIn,
                ClosedBy = status.IsFinal() ? "RE-1" : null,
                ClosedByCheckIn = status.IsFinal(),
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
        Effects = [new($"{request.Id}/1/0", request.Id, EffectKind.SendReceived) { Partner = "CHICO", Entry = 0, At = request.EnteredAt, NotBefore = request.EnteredAt }],
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
