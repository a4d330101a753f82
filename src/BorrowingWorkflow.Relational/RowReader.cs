using System.Data.Common;
using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>Reads the rows that <see cref="Statements"/> ask for.</summary>
internal static class RowReader
{
    /// <summary>The rows of <see cref="Statements.Load"/>.</summary>
    public static LoadedRequest Loaded(DbDataReader rows)
    {
        BorrowingRequest? request = null;
        HistoryEvent? first = null;
        List<OpenSend>? sends = null;
        while (rows.Read())
        {
            switch (rows.GetInt64(0))
            {
                case 0:
                    request = BorrowingRequestJson.DeserializeRequest(Body(rows, 1));
                    break;
                case 1:
                    first = BorrowingRequestJson.DeserializeEvent(Body(rows, 1));
                    break;
                default:
                    (sends ??= []).Add(new(rows.GetString(2), rows.IsDBNull(3) ? -1 : (int)rows.GetInt64(3), !rows.IsDBNull(4)));
                    break;
            }
        }

        return new(request, first, sends ?? (IReadOnlyList<OpenSend>)[]);
    }

    /// <summary>A page of a list, of rows that begin with the summary's columns.</summary>
    public static RequestPage Page(DbDataReader rows, RequestOrder order, int limit)
    {
        var reader = new SummaryReader();
        List<RequestSummary> found = [];
        while (found.Count < limit && rows.Read())
        {
            found.Add(reader.Read(rows));
        }

        return new(found, found.Count == limit && rows.Read() ? ListOrder.CursorAt(order, found[^1]) : null);
    }

    /// <summary>A row of <see cref="Statements.Pending"/>.</summary>
    public static PendingEffect Pending(DbDataReader row) =>
        new(new(row.GetString(0)), (EffectKind)row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2), Ticks.Read(row.GetInt64(3)), (int)row.GetInt64(4));

    /// <summary>The rows of <see cref="Statements.LeaseEffects"/>, which come in no order.</summary>
    public static List<LeasedEffect> Leased(DbDataReader rows)
    {
        List<(long NotBefore, long Sequence, LeasedEffect Effect)> leased = [];
        while (rows.Read())
        {
            try
            {
                leased.Add((rows.GetInt64(0), rows.GetInt64(1), new(BorrowingRequestJson.DeserializeEffect(Body(rows, 3)), (int)rows.GetInt64(2))));
            }
            catch (JsonException)
            {
                // A newer version of the package wrote it, for a dispatcher of its own. It stays leased, so that the others go on.
            }
        }

        return [.. leased.OrderBy(row => row.NotBefore).ThenBy(row => row.Sequence).Select(row => row.Effect)];
    }

    /// <summary>The rows of <see cref="Statements.LeaseDeadlines"/>, which come in no order.</summary>
    public static List<RequestId> Due(DbDataReader rows)
    {
        List<(long At, string Id)> due = [];
        while (rows.Read())
        {
            due.Add((rows.GetInt64(0), rows.GetString(1)));
        }

        return [.. due.OrderBy(row => row.At).ThenBy(row => row.Id, StringComparer.Ordinal).Select(row => new RequestId(row.Id))];
    }

    /// <summary>The rows of <see cref="Statements.Backlog"/>.</summary>
    public static Backlog Backlog(DbDataReader rows)
    {
        var backlog = new Backlog();
        while (rows.Read())
        {
            var (waiting, oldest) = (rows.GetInt64(1), rows.IsDBNull(2) ? (DateTimeOffset?)null : Ticks.Read(rows.GetInt64(2)));
            backlog = rows.GetInt64(0) == 0
                ? backlog with { Effects = waiting, OldestEffect = oldest }
                : backlog with { Deadlines = waiting, OldestDeadline = oldest };
        }

        return backlog;
    }

    /// <summary>A row of <see cref="Statements.LatestRuns"/>.</summary>
    public static CheckRun Run(DbDataReader row) =>
        new(row.GetString(0), Ticks.Read(row.GetInt64(1)), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3));

    /// <summary>A row of <see cref="Statements.Dismissals"/>.</summary>
    public static AnomalyDismissal Dismissal(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), Ticks.Read(row.GetInt64(2)), row.GetString(3), row.GetString(4), Ticks.Read(row.GetInt64(5)));

    /// <summary>The bytes of a body.</summary>
    public static byte[] Body(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
