using System.Globalization;
using System.Text;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>Turns a query into SQL that walks an index from where the page begins to where it is full.</summary>
/// <remarks>
/// In the orders by time in status every status is a walk of its own along (status, entered_at, id), and the walks are merged: each stops
/// when it has a page, however many requests lie behind. The other orders sort what the conditions leave.
/// </remarks>
internal sealed class ListQuery
{
    private const RequestTraits OnlyWatched = RequestTraits.ActiveNote | RequestTraits.ActiveMessage;

    private readonly RequestQuery _query;
    private readonly List<string> _names = [];
    private readonly List<object?> _values = [];
    private readonly string _conditions;
    private readonly string _order;

    private ListQuery(RequestQuery query, int limit, string? after)
    {
        _query = query;
        Parameter("@limit", (long)limit + 1);
        _conditions = Conditions(after);
        _order = Order();
    }

    /// <summary>The call that reads a page, and one request more where there is a next page.</summary>
    public static SqlCall Of(RequestQuery query, int limit, string? after)
    {
        var built = new ListQuery(query, limit, after);
        return new(new(built.Text(), [.. built._names]), Expect.Anything, [.. built._values]);
    }

    private string Text()
    {
        var walks = Walks();
        return walks.Count == 1
            ? $"SELECT {Statements.SummaryColumns} FROM {walks[0]} ORDER BY {_order} LIMIT @limit"
            : $"SELECT {Statements.SummaryColumns} FROM ({string.Join(" UNION ALL ", walks.Select((walk, i) => Walk(walk, i)))}) AS walks ORDER BY {_order} LIMIT @limit";
    }

    private string Walk(string from, int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT * FROM (SELECT {Statements.SummaryColumns} FROM {from} ORDER BY {_order} LIMIT @limit) AS w{number}");

    private List<string> Walks()
    {
        if (_query.Patron is not null)
        {
            // A patron has few requests; they are looked up one by one.
            Parameter("@patron", SqlText.Of(_query.Patron));
            return [$"request WHERE id IN (SELECT request FROM request_search WHERE patron = @patron){InStatuses()}{_conditions}"];
        }

        List<string> walks = [];
        foreach (var watched in (ReadOnlySpan<string>)((_query.AnyTrait & ~OnlyWatched) == 0 && _query.AnyTrait != 0 ? ["1"] : ["1", "0"]))
        {
            if (_query.Order is RequestOrder.LongestInStatus or RequestOrder.Newest && (_query.Statuses is not null || watched == "0"))
            {
                walks.AddRange((_query.Statuses ?? StatusSet.Create([.. BorrowingStatusExtensions.All]))
                    .Select(status => $"request WHERE watched = {watched} AND status = {Number(status)}{_conditions}"));
            }
            else
            {
                walks.Add($"request WHERE watched = {watched}{InStatuses()}{_conditions}");
            }
        }

        return walks.Count > 0 ? walks : ["request WHERE watched = 1 AND status IS NULL"];
    }

    private string InStatuses() => _query.Statuses is not { } statuses
        ? ""
        : statuses.Count == 0 ? " AND status IS NULL" : $" AND status IN ({string.Join(", ", statuses.Select(Number))})";

    private string Conditions(string? after)
    {
        var text = new StringBuilder();
        var key = KeyColumn();
        (long Key, RequestId Id)? cursor = after is null ? null : ListOrder.ReadCursor(after);
        if (cursor is { } start)
        {
            // The first half bounds the walk along the index, the second passes over those with the same number that the page before had.
            Parameter("@key", start.Key);
            Parameter("@id", start.Id.Value);
            var (within, beyond) = ListOrder.IsDescending(_query.Order) ? ("<=", "<") : (">=", ">");
            text.Append(CultureInfo.InvariantCulture, $" AND {key} {within} @key AND ({key} {beyond} @key OR id > @id)");
        }

        if (_query.AnyTrait != RequestTraits.None)
        {
            text.Append(CultureInfo.InvariantCulture, $" AND traits & {(int)_query.AnyTrait} <> 0");
        }

        Equal(text, "library", _query.Library);
        Equal(text, "partner", _query.Partner);
        Equal(text, "assignee", _query.Assignee);
        Equal(text, "pickup", _query.Pickup);
        Text(text);
        Bound(text, "entered_at", ">", "@entered_after", _query.EnteredAfter);
        Bound(text, "entered_at", "<", "@entered_before", _query.EnteredBefore);
        Bound(text, "hold_until", "<", "@hold_before", _query.HoldExpiresBefore);
        return text.ToString();
    }

    private void Text(StringBuilder text)
    {
        if (_query.Text is null)
        {
            return;
        }

        var asked = SearchText.Of(_query.Text);
        List<string> ways = [];
        if (asked.Id is { } id)
        {
            Parameter("@id_from", id);
            Parameter("@id_before", TextRange.After(id));
            ways.Add("(lower(id) >= @id_from AND lower(id) < @id_before)");
        }

        List<string> terms = [];
        if (asked.Whole.Length > 0)
        {
            Parameter("@whole", SqlText.Of(asked.Whole));
            terms.Add("external_id = @whole");
        }

        if (asked.Identifier is { } identifier)
        {
            Parameter("@identifier", SqlText.Of(identifier));
            terms.Add("@identifier IN (isbn, issn, oclc, doi)");
        }

        if (asked.Words.Count > 0)
        {
            terms.Add(string.Join(" AND ", asked.Words.Select((word, i) =>
            {
                var name = $"@word_{(char)('a' + i)}";
                Parameter(name, $"% {word}%");
                return $"' ' || words LIKE {name}";
            })));
        }

        if (terms.Count > 0)
        {
            ways.Add($"id IN (SELECT request FROM request_search WHERE {string.Join(" OR ", terms)})");
        }

        text.Append(CultureInfo.InvariantCulture, $" AND {(ways.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", ways)})")}");
    }

    private void Equal(StringBuilder text, string column, string? value)
    {
        if (value is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" AND {column} = @{column}");
            Parameter("@" + column, SqlText.Of(value));
        }
    }

    private void Bound(StringBuilder text, string column, string comparison, string name, DateTimeOffset? moment)
    {
        if (moment is { } value)
        {
            text.Append(CultureInfo.InvariantCulture, $" AND {column} {comparison} {name}");
            Parameter(name, value.UtcTicks);
        }
    }

    private string Order() => ListOrder.IsDescending(_query.Order) ? $"{KeyColumn()} DESC, id" : $"{KeyColumn()}, id";

    private string KeyColumn() => _query.Order switch
    {
        RequestOrder.LongestInStatus or RequestOrder.Newest => "entered_at",
        RequestOrder.OldestNote => OrLast("oldest_note_at"),
        RequestOrder.OldestMessage => OrLast("oldest_message_at"),
        RequestOrder.DueDate => OrLast("due_at"),
        RequestOrder.HoldExpiry => OrLast("hold_until"),
        _ => throw new ArgumentException($"There is no order {_query.Order}."),
    };

    private static string OrLast(string column) => string.Create(CultureInfo.InvariantCulture, $"COALESCE({column}, {ListOrder.Last})");

    private static string Number(BorrowingStatus status) => ((int)status).ToString(CultureInfo.InvariantCulture);

    private void Parameter(string name, object? value)
    {
        _names.Add(name);
        _values.Add(value);
    }
}
