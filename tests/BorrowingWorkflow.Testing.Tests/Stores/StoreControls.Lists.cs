using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Tests.Controls;
using static BorrowingWorkflow.Testing.Tests.Stores.StoreDefects;

namespace BorrowingWorkflow.Testing.Tests.Stores;

internal static partial class StoreControls
{
    private static IEnumerable<NegativeControl> OfLists() =>
    [
        Of(23, "It leaves ties in the order in which it finds them", "the list of the longest in status: expected", store => PagesByNumber(
            store, (all, order) => [.. all.Reverse().OrderBy(one => ListOrder.KeyOf(order, one))])),
        Of(24, "It looks at the assignee only where no library is given", "Assignee = ann", store => new AlteredStore(store)
        {
            List = (inner, query, limit, after) => inner.ListAsync(query with { Assignee = query.Library is null ? query.Assignee : null }, limit, after),
        }),
        Of(25, "It keeps the search terms of what it replaces", "what is found by what the request was: RequestQuery { Statuses = , AnyTrait = None, Library = , Partner = , Assignee = , Patron = patron-1", KeepsSearchTerms),
        Of(26, "It announces a page after the last where that one is full", "what follows the last page: expected nothing", store => new AlteredStore(store)
        {
            List = async (inner, query, limit, after) => await inner.ListAsync(query, limit, after) is { Next: null } page && page.Requests.Count == limit
                ? page with { Next = ListOrder.CursorAt(query.Order, page.Requests[^1]) }
                : await inner.ListAsync(query, limit, after),
        }),
        Of(27, "It takes a place that it can't read for the beginning", "a list after \"page 2\": expected ArgumentException, but the call returned", store => new AlteredStore(store)
        {
            List = (inner, query, limit, after) => inner.ListAsync(query, limit, after is null or "page 2" ? null : after),
        }),
        Of(28, "It finds a page by its number", "that did not change while the pages were read: expected", store => PagesByNumber(store)),
        Of(29, "Its scan opens what is watched, and not what is remarkable", "what a scan of everything opens: expected", store => new AlteredStore(store)
        {
            Scan = (inner, scope) => InOne(inner.ScanAsync(scope), one => one.Summary.IsWatched ? one : one with { Request = null }),
        }),
        Of(30, "Its scan reads everything before it begins", "came in one batch", store => new AlteredStore(store) { Scan = (inner, scope) => InOne(inner.ScanAsync(scope)) }),
        Of(31, "It never gives back the connection of a scan that was left", "it ended in TimeoutException: no connection is left", LosesConnections),
        Of(68, "It finds ids by their case", "what is found by \"  ill-0815\\t\": expected", store => Asking(store, text => text.StartsWith("  ill", StringComparison.Ordinal) ? "none" : text)),
        Of(69, "It finds words that are whole", "what is found by \"CALI hist\": expected", store => Asking(store, text => text == "CALI hist" ? "none" : text)),
        Of(70, "It takes accents for a part of a letter", "what is found by \"CAPEK valka\": expected", store => Snapshot(store, request =>
            request.Citation = request.Citation with { Title = request.Citation.Title?.Replace("Č", "X", StringComparison.Ordinal) })),
        Of(71, "It takes a text without words for no condition", "what is found by \"\\u0027\": expected [], got", store => new AlteredStore(store)
        {
            List = (inner, query, limit, after) => inner.ListAsync(query with { Text = query.Text == "'" ? null : query.Text }, limit, after),
        }),
        Of(72, "It looks at the pickup location only where no text is given", "Pickup = Main, Text = ", store => new AlteredStore(store)
        {
            List = (inner, query, limit, after) => inner.ListAsync(query with { Pickup = query.Text is null ? query.Pickup : null }, limit, after),
        }),
        Of(73, "It keeps the title of what is purged", "what is found by \"third\": expected [], got", store => Saving(store, save => save.ErasesPatronData
            ? save with { Request = WithTitle(save.Request, "Third title") }
            : save)),
        Of(74, "It looks for every word, however many", "what is found by \"word0 word1", store => new AlteredStore(store)
        {
            List = (inner, query, limit, after) => inner.ListAsync(query with { Text = query.Text?.EndsWith(" nowhere", StringComparison.Ordinal) == true ? "nowhere" : query.Text }, limit, after),
        }),
    ];

    private static AlteredStore Asking(IWorkflowStore store, Func<string, string> change) => new(store)
    {
        List = (inner, query, limit, after) => inner.ListAsync(query with { Text = query.Text is null ? null : change(query.Text) }, limit, after),
    };

    private static BorrowingRequest WithTitle(BorrowingRequest request, string title)
    {
        var changed = request.Copy();
        changed.Citation = new() { Title = title };
        return changed;
    }
}
