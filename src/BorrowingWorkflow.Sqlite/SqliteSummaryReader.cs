using System.Text;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace BorrowingWorkflow.Sqlite;

/// <summary>
/// Reads what <see cref="SummaryReader"/> reads, past the data reader: one call a column, and no string for a name that was read before.
/// A scan reads tens of thousands of rows before anybody sees the first finding.
/// </summary>
internal sealed class SqliteSummaryReader
{
    private readonly Names _libraries = new();
    private readonly Names _partners = new();
    private readonly Names _assignees = new();
    private readonly Names _pickups = new();

    /// <summary>The summary in the present row.</summary>
    public RequestSummary Read(SqliteDataReader row)
    {
        var statement = row.Handle!;
        return new(
            new(Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, 0))),
            _libraries.Read(statement, 1) ?? "",
            (BorrowingStatus)raw.sqlite3_column_int64(statement, 2),
            Ticks.Read(raw.sqlite3_column_int64(statement, 3)),
            (RequestTraits)raw.sqlite3_column_int64(statement, 4))
        {
            Partner = _partners.Read(statement, 5),
            Assignee = _assignees.Read(statement, 6),
            Pickup = _pickups.Read(statement, 7),
            DueDate = Moment(statement, 8),
            HoldExpiresAt = Moment(statement, 9),
            OldestNoteAt = Moment(statement, 10),
            OldestMessageAt = Moment(statement, 11),
            NextDeadline = Moment(statement, 12),
        };
    }

    // SQLite reads a null as 0; only then its type has to be asked for.
    private static DateTimeOffset? Moment(sqlite3_stmt statement, int column)
    {
        var ticks = raw.sqlite3_column_int64(statement, column);
        return ticks != 0 || raw.sqlite3_column_type(statement, column) != raw.SQLITE_NULL ? Ticks.Read(ticks) : null;
    }

    /// <summary>The names in a column, one string each. There are few, and they come again and again.</summary>
    private sealed class Names
    {
        private readonly Dictionary<int, (byte[] Bytes, string Text)> _known = [];
        private byte[] _lastBytes = [];
        private string? _last;

        public string? Read(sqlite3_stmt statement, int column)
        {
            var bytes = raw.sqlite3_column_blob(statement, column);
            if (bytes.Length == 0)
            {
                return raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL ? null : "";
            }

            return bytes.SequenceEqual(_lastBytes) ? _last : Find(bytes);
        }

        private string Find(ReadOnlySpan<byte> bytes)
        {
            var hash = new HashCode();
            hash.AddBytes(bytes);
            var key = hash.ToHashCode();
            if (!_known.TryGetValue(key, out var name) || !bytes.SequenceEqual(name.Bytes))
            {
                // Of two names with one hash the later one takes the place: it costs a string, and changes nothing.
                _known[key] = name = (bytes.ToArray(), SqlText.Read(Encoding.UTF8.GetString(bytes)));
            }

            (_lastBytes, _last) = name;
            return name.Text;
        }
    }
}
