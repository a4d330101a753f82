using System.Text;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>The queue of requests: narrowed by facets, searched, in pages, and taken out as a file.</summary>
internal sealed class QueuePage(IRequestReader reader, DeskRenderer renderer)
{
    /// <summary>How many requests are on a page.</summary>
    public const int PageSize = 50;

    // Beyond it nobody reads a count, and a queue of closed requests may have a million.
    private const int CountAtMost = 2000;
    private const int FilePage = 1000;
    private const int FileAtMost = 100_000;

    public async Task ShowAsync(DeskCall desk)
    {
        var filter = QueueFilter.Of(desk);
        var query = filter.ToQuery(desk.Time.Now);
        var (counted, isComplete) = await CountAsync(query, desk.Aborted);
        var page = await PageAsync(query, counted, isComplete, desk.Query("after"), desk.Aborted);
        if (page is null)
        {
            // An address that somebody has changed by hand.
            desk.Redirect(filter.In(desk.Links.Queue));
            return;
        }

        var rows = new List<QueueRow>();
        foreach (var summary in page.Requests)
        {
            rows.Add(new(summary, await reader.FindAsync(summary.Id, desk.Aborted)));
        }

        var model = new QueueModel(filter, rows, counted.Count, isComplete, Facets.Of(filter, counted, desk), page.Next, desk.Query("after") is null);
        await renderer.WriteAsync(desk, desk.T["nav.queue"], "queue", QueueView.Of(desk, model));
    }

    /// <summary>The same queue as comma-separated values, the first hundred thousand.</summary>
    public async Task SendFileAsync(DeskCall desk)
    {
        var response = desk.Context.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = "attachment; filename=\"requests.csv\"";
        var query = QueueFilter.Of(desk).ToQuery(desk.Time.Now);
        await WriteAsync(CsvLine.Of("request", "external_id", "title", "status", "entered_at", "library", "partner", "pickup", "assignee", "due_at", "flags"));
        string? after = null;
        var written = 0;
        do
        {
            var page = await reader.ListAsync(query, FilePage, after, desk.Aborted);
            var lines = new StringBuilder();
            foreach (var summary in page.Requests)
            {
                var request = await reader.FindAsync(summary.Id, desk.Aborted);
                lines.Append(CsvLine.Of(
                    summary.Id.Value,
                    request?.ExternalId,
                    request?.Citation.Title,
                    summary.Status.ToString(),
                    DeskTime.Written(summary.EnteredAt),
                    summary.Library,
                    summary.Partner,
                    summary.Pickup,
                    summary.Assignee,
                    summary.DueDate is { } due ? DeskTime.Written(due) : null,
                    summary.Traits == RequestTraits.None ? null : summary.Traits.ToString().Replace(", ", " ", StringComparison.Ordinal)));
            }

            await WriteAsync(lines.ToString());
            written += page.Requests.Count;
            after = page.Next;
        }
        while (after is not null && written < FileAtMost);

        Task WriteAsync(string text) => response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), desk.Aborted).AsTask();
    }

    private async Task<(IReadOnlyList<RequestSummary> Counted, bool IsComplete)> CountAsync(RequestQuery query, CancellationToken cancellationToken)
    {
        var page = await reader.ListAsync(query, CountAtMost, cancellationToken: cancellationToken);
        return (page.Requests, page.Next is null);
    }

    /// <summary>The page that begins where the address says; null where the address says nothing that makes sense.</summary>
    private async Task<RequestPage?> PageAsync(
        RequestQuery query, IReadOnlyList<RequestSummary> counted, bool isComplete, string? after, CancellationToken cancellationToken)
    {
        if (after is null)
        {
            // What was counted begins with the first page.
            return counted.Count <= PageSize && isComplete
                ? new(counted, null)
                : new([.. counted.Take(PageSize)], ListOrder.CursorAt(query.Order, counted[PageSize - 1]));
        }

        return await AddressedPage.ReadAsync(after, place => reader.ListAsync(query, PageSize, place, cancellationToken));
    }
}
