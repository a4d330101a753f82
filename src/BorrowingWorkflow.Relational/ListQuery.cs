using System.Globalization;
using System.Text;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>Turns a query into SQL that walks an index from where the page begins to where it is full.</summary>
/// <remarks>
/// A list is put together of walks that have no request in common. What is watched is one index, however many closed requests there are; for
/// the closed ones <see cref="ClosedWalk"/> chooses. In the orders by time in status each status is a walk of its own, and the walks are
/// merged: each stops when it has a page. The other orders sort what the conditions leave. Requests of a patron or with a text are few, or
/// made few, and looked up one by one.
/// </remarks>
internal sealed class ListQuery
{
    // Of more statuses a pass through all that is watched is quicker than the walks.
    private const int MostWatchedWalks = 4;

    private const string Columns = Statements.SummaryColumns;

    // What is not watched has no active note or message, and its indexes leave those columns out.
    private static readonly string ClosedColumns = Columns.Replace(
        "oldest_note_at, oldest_message_at",
        "CAST(NULL AS BIGINT) AS oldest_note_at, CAST(NULL AS BIGINT) AS oldest_message_at",
        StringComparison.Ordinal);

    private readonly RequestQuery _query;
    private readonly SqlDialect _dialect;
    private readonly List<string> _names = [];
    private readonly List<object?> _values = [];
    private readonly string _key;
    private readonly string _conditions;

    private ListQuery(RequestQuery query, int limit, string? after, SqlDialect dialect)
    {
        (_query, _dialect) = (query, dialect);
        _key = KeyColumn();
        Parameter("@limit", (long)limit + 1);
        _conditions = Conditions(after);
    }

    private bool IsByTime => _query.Order is RequestOrder.LongestInStatus or RequestOrder.Newest;

    private string Order => ListOrder.IsDescending(_query.Order) ? $"{_key} DESC, id" : $"{_key}, id";

    /// <summary>The call that reads a page, and one request more where there is a next page.</summary>
    public static SqlCall Of(RequestQuery query, int limit, string? after, SqlDialect dialect)
    {
        var built = new ListQuery(query, limit, after, dialect);
        return new(new(built.Text(), [.. built._names]), Expect.Anything, [.. built._values]);
    }

    private string Text()
    {
        if (Candidates.Of(_query, _dialect, Parameter) is { } keys)
        {
            return Page($"SELECT {Columns} FROM {_dialect.Among(keys)}{InStatuses()}{_conditions}", Order);
        }

        Part[] parts = [.. Watched(), .. ClosedWalk.Of(_query).Select(Closed)];
        var from = parts.Length == 1 ? parts[0].Text : $"SELECT {Columns} FROM ({string.Join(" UNION ALL ", parts.Select(Limited))}) AS walks";
        return Page(from, Order);
    }

    private static string Page(string from, string order) => $"{from} ORDER BY {order} LIMIT @limit";

    // What comes in order is merged as it comes, and ends where the page does. Of what has to be sorted no more is taken than a page.
    private string Limited(Part part, int number) => part.IsInOrder && _dialect.MergesWalks
        ? part.Text
        : string.Create(CultureInfo.InvariantCulture, $"SELECT * FROM ({Page(part.Text, part.Order)}) AS w{number}");

    private IEnumerable<Part> Watched()
    {
        var walk = $"SELECT {Columns} FROM request{_dialect.Along("request_watched")} WHERE watched = 1";
        return IsByTime && _query.Statuses is { Count: > 0 and <= MostWatchedWalks } statuses
            ? statuses.Select(status => new Part($"{walk} AND status = {ClosedWalk.Number(status)}{_conditions}", Order, IsInOrder: true))
            : [new($"{walk}{InStatuses()}{_conditions}", Order, IsInOrder: false)];
    }

    // The number of a closed request's note or message is the same for all, and no constant may be sorted by.
    private Part Closed(ClosedWalk.Walk walk) => new(
        $"SELECT {ClosedColumns} FROM request{_dialect.Along(walk.Index)} WHERE watched = 0{walk.Condition}{_conditions}",
        _query.Order is RequestOrder.OldestNote or RequestOrder.OldestMessage ? "id" : Order,
        IsInOrder: IsByTime);

    private string InStatuses() => _query.Statuses is not { } statuses
        ? ""
        : statuses.Count == 0 ? " AND status IS NULL" : $" AND status IN ({string.Join(", ", statuses.Select(ClosedWalk.Number))})";

    private string Conditions(string? after)
    {
        var text = new StringBuilder();
        if (after is not null)
        {
            // The first half bounds the walk along the index, the second passes over those with the same number that the page before had.
            var (key, id) = ListOrder.ReadCursor(after);
            Parameter("@key", key);
            Parameter("@id", id.Value);
            var (within, beyond) = ListOrder.IsDescending(_query.Order) ? ("<=", "<") : (">=", ">");
            text.Append(CultureInfo.InvariantCulture, $" AND {_key} {within} @key AND ({_key} {beyond} @key OR id > @id)");
        }

        if (_query.AnyTrait != RequestTraits.None)
        {
            text.Append(" AND ").Append(ClosedWalk.Has(_query.AnyTrait));
        }

        Equal(text, "library", _query.Library);
        Equal(text, "partner", _query.Partner);
        Equal(text, "assignee", _query.Assignee);
        Equal(text, "pickup", _query.Pickup);
        Bound(text, "entered_at", ">", "@entered_after", _query.EnteredAfter);
        Bound(text, "entered_at", "<", "@entered_before", _query.EnteredBefore);
        Bound(text, "hold_until", "<", "@hold_before", _query.HoldExpiresBefore);
        return text.ToString();
    }

    private void Equal(StringBuilder text, string column, string? value)
    {
        if (value is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" AND {column} = {Parameter("@" + column, SqlText.Of(value))}");
        }
    }

    private void Bound(StringBuilder text, string column, string comparison, string name, DateTimeOffset? moment)
    {
        if (moment is { } value)
        {
            text.Append(CultureInfo.InvariantCulture, $" AND {column} {comparison} {Parameter(name, value.UtcTicks)}");
        }
    }

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

    private string Parameter(string name, object? value)
    {
        _names.Add(name);
        _values.Add(value);
        return name;
    }

    /// <summary>A part of a list that has no request in common with the others, and its order.</summary>
    private readonly record struct Part(string Text, string Order, bool IsInOrder);
}
