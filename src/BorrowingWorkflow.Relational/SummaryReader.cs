using System.Data.Common;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>Reads summaries from rows that begin with <see cref="Statements.SummaryColumns"/>. For one reader at a time.</summary>
internal sealed class SummaryReader
{
    /// <summary>Where the column after the summary is.</summary>
    public const int NextColumn = 13;

    // Libraries, partners and pickup locations are few and come again and again: one string each is enough.
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private (string Stored, string Text) _lastLibrary = ("", "");

    /// <summary>The summary in the present row.</summary>
    public RequestSummary Read(DbDataReader row) =>
        new(new(row.GetString(0)), Library(row.GetString(1)), (BorrowingStatus)row.GetInt64(2), Ticks.Read(row.GetInt64(3)), (RequestTraits)row.GetInt64(4))
        {
            Partner = row.IsDBNull(5) ? null : Name(row.GetString(5)),
            Assignee = row.IsDBNull(6) ? null : Name(row.GetString(6)),
            Pickup = row.IsDBNull(7) ? null : Name(row.GetString(7)),
            DueDate = Moment(row, 8),
            HoldExpiresAt = Moment(row, 9),
            OldestNoteAt = Moment(row, 10),
            OldestMessageAt = Moment(row, 11),
            NextDeadline = Moment(row, 12),
        };

    private static DateTimeOffset? Moment(DbDataReader row, int column) => row.IsDBNull(column) ? null : Ticks.Read(row.GetInt64(column));

    private string Library(string name) => (name == _lastLibrary.Stored ? _lastLibrary : _lastLibrary = (name, Name(name))).Text;

    private string Name(string name)
    {
        if (_names.TryGetValue(name, out var known))
        {
            return known;
        }

        var text = SqlText.Read(name);
        _names.Add(name, text);
        return text;
    }
}
