using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Sqlite;
using BorrowingWorkflow.Storage;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>Writes a large table of requests as the store itself would have written them, but quickly.</summary>
internal static class TableRows
{
    private static readonly BorrowingStatus[] OpenStatuses = [.. BorrowingStatusExtensions.All.Where(status => !status.IsFinal())];

    public static async Task WriteAsync(string file, int rows, int open, DateTimeOffset now)
    {
        await using (var store = new SqliteWorkflowStore(file))
        {
            await store.FindAsync("none");
        }

        var plan = new SavePlan(new(SqliteDialect.Instance));
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        Run(connection, "PRAGMA synchronous=OFF");
        Run(connection, "BEGIN");
        var random = new Random(4711);
        SqliteCommand? insert = null;
        for (var index = 0; index < rows; index++)
        {
            // The open ones are spread over the whole table, as they are in life.
            var opened = (int)((long)index * open / rows);
            var isOpen = opened != (int)((long)(index + 1) * open / rows);
            var status = isOpen ? OpenStatuses[opened % OpenStatuses.Length] : BorrowingStatus.RequestCompleted;
            var request = Make(index, status, now.AddSeconds(-random.Next(86_400 * 120)));
            var call = plan.Of(SaveOf(request))[0];
            insert ??= Prepare(connection, call.Statement);
            for (var value = 0; value < call.Values.Length; value++)
            {
                insert.Parameters[value].Value = call.Values[value] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        Run(connection, "COMMIT");
        insert?.Dispose();
    }

    private static BorrowingRequest Make(int index, BorrowingStatus status, DateTimeOffset entered)
    {
        var request = new BorrowingRequest
        {
            Id = $"R{index:0000000}",
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

    private static RequestSave SaveOf(BorrowingRequest request) => new()
    {
        Request = request,
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
            Verdict = Engine.Verdict.Applied,
            From = BorrowingStatus.None,
            To = request.Status,
            Version = 1,
        },
    };

    private static SqliteCommand Prepare(SqliteConnection connection, Statement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var name in statement.Parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        }

        command.Prepare();
        return command;
    }

    private static void Run(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
