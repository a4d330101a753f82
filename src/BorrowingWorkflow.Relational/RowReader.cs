using System.Data.Common;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>Reads single rows of what <see cref="Statements"/> ask for.</summary>
internal static class RowReader
{
    /// <summary>A row of <see cref="Statements.Pending"/>.</summary>
    public static PendingEffect Pending(DbDataReader row) =>
        new(new(row.GetString(0)), (EffectKind)row.GetInt64(1), TextOrNull(row, 2), Ticks.Read(row.GetInt64(3)), (int)row.GetInt64(4));

    /// <summary>A row of <see cref="Statements.Count"/>.</summary>
    public static KeyValuePair<string, long> Count(DbDataReader row) => new(Text(row, 0), row.GetInt64(1));

    /// <summary>A row of <see cref="Statements.ScanEverything"/>: the snapshot of what is watched or remarkable is opened.</summary>
    public static ScannedRequest Scanned(in RequestSummary summary, DbDataReader row) =>
        summary.IsWatched || (summary.Traits & RequestTraits.Remarkable) != 0
            ? new(summary, BorrowingRequestJson.DeserializeRequest(Body(row, SummaryReader.NextColumn)))
            : new(summary, null);

    /// <summary>A row of <see cref="Statements.LatestRuns"/>.</summary>
    public static CheckRun Run(DbDataReader row) =>
        new(Text(row, 0), Ticks.Read(row.GetInt64(1)), Text(row, 2), TextOrNull(row, 3));

    /// <summary>A row of <see cref="Statements.Dismissals"/>.</summary>
    public static AnomalyDismissal Dismissal(DbDataReader row) =>
        new(Text(row, 0), Text(row, 1), Ticks.Read(row.GetInt64(2)), Text(row, 3), Text(row, 4), Ticks.Read(row.GetInt64(5)));

    /// <summary>The bytes of a body.</summary>
    public static byte[] Body(DbDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private static string Text(DbDataReader row, int column) => SqlText.Read(row.GetString(column));

    private static string? TextOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : Text(row, column);
}
