using System.Globalization;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>The order of a list as stores keep it: a number, then the id. For those who write a store.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public static class ListOrder
{
    /// <summary>The number of a request that has none: it comes last.</summary>
    public const long Last = long.MaxValue;

    /// <summary>True where the greatest number comes first.</summary>
    public static bool IsDescending(RequestOrder order) => order == RequestOrder.Newest;

    /// <summary>The number that an order sorts a request by: .NET ticks in UTC, or <see cref="Last"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such order.</exception>
    public static long KeyOf(RequestOrder order, in RequestSummary summary) => order switch
    {
        RequestOrder.LongestInStatus or RequestOrder.Newest => summary.EnteredAt.UtcTicks,
        RequestOrder.OldestNote => summary.OldestNoteAt?.UtcTicks ?? Last,
        RequestOrder.OldestMessage => summary.OldestMessageAt?.UtcTicks ?? Last,
        RequestOrder.DueDate => summary.DueDate?.UtcTicks ?? Last,
        RequestOrder.HoldExpiry => summary.HoldExpiresAt?.UtcTicks ?? Last,
        _ => throw new ArgumentOutOfRangeException(nameof(order)),
    };

    /// <summary>Compares a request with a place in the list: below 0 where it comes before, above 0 where it comes after.</summary>
    public static int Compare(RequestOrder order, in RequestSummary summary, long key, RequestId id)
    {
        var byKey = KeyOf(order, summary).CompareTo(key);
        return byKey == 0 ? summary.Id.CompareTo(id) : IsDescending(order) ? -byKey : byKey;
    }

    /// <summary>A page of summaries that are all at hand: for a store without an index.</summary>
    /// <param name="summaries">The summaries, in any order. Those that don't match the query are passed over, as far as a summary tells.</param>
    /// <param name="query">Which requests, in which order.</param>
    /// <param name="limit">The most on a page, at least 1.</param>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="after"/> was not written by <see cref="CursorAt"/>.</exception>
    public static RequestPage PageOf(IEnumerable<RequestSummary> summaries, RequestQuery query, int limit, string? after)
    {
        ArgumentNullException.ThrowIfNull(summaries);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var order = query.Order;
        var (key, id) = after is null ? default : ReadCursor(after);
        List<RequestSummary> found = [.. summaries.Where(summary => query.Matches(summary) && (after is null || Compare(order, summary, key, id) > 0))];
        found.Sort((x, y) => Compare(order, x, KeyOf(order, y), y.Id));
        return found.Count <= limit ? new(found, null) : new(found[..limit], CursorAt(order, found[limit - 1]));
    }

    /// <summary>A page of requests that are all at hand, found by the whole query, patron and text included: for a store without an index.</summary>
    /// <param name="requests">The requests, in any order. Those that don't match the query are passed over.</param>
    /// <param name="query">Which requests, in which order.</param>
    /// <param name="limit">The most on a page, at least 1.</param>
    /// <param name="after">Where the page before ended; null for the first page.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="after"/> was not written by <see cref="CursorAt"/>.</exception>
    public static RequestPage PageOf(IEnumerable<BorrowingRequest> requests, RequestQuery query, int limit, string? after)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(query);
        var beyond = query.BeyondSummary();
        return PageOf(requests.Where(request => beyond?.Invoke(request) != false).Select(RequestSummary.Of), query, limit, after);
    }

    /// <summary>What <see cref="RequestPage.Next"/> says: where the page ended.</summary>
    public static string CursorAt(RequestOrder order, in RequestSummary last) =>
        string.Create(CultureInfo.InvariantCulture, $"{KeyOf(order, last)}:{last.Id}");

    /// <summary>Reads what <see cref="CursorAt"/> wrote.</summary>
    /// <exception cref="ArgumentException">It was not written by it.</exception>
    public static (long Key, RequestId Id) ReadCursor(string after)
    {
        ArgumentNullException.ThrowIfNull(after);
        var colon = after.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            && long.TryParse(after.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            && RequestId.TryParse(after[(colon + 1)..], out var id)
                ? (key, id)
                : throw new ArgumentException("A page begins where the page before ended: pass on what its Next says, unchanged.", nameof(after));
    }
}
