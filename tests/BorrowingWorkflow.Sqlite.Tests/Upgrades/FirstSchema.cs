using System.Data.Common;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Relational.Tests;

/// <summary>Requests in a database of the first schema, as its store wrote them, and what has to be found of them after the upgrade.</summary>
internal static class FirstSchema
{
    private static readonly (string Column, Func<BorrowingRequest, RequestSummary, object?> Value)[] Request =
    [
        ("id", (request, _) => request.Id.Value), ("library", (_, summary) => summary.Library), ("status", (_, summary) => (long)summary.Status),
        ("entered_at", (_, summary) => summary.EnteredAt.UtcTicks), ("traits", (_, summary) => (long)summary.Traits), ("partner", (_, summary) => summary.Partner),
        ("assignee", (_, summary) => summary.Assignee), ("due_at", (_, summary) => summary.DueDate?.UtcTicks), ("hold_until", (_, summary) => summary.HoldExpiresAt?.UtcTicks),
        ("oldest_note_at", (_, summary) => summary.OldestNoteAt?.UtcTicks), ("oldest_message_at", (_, summary) => summary.OldestMessageAt?.UtcTicks),
        ("watched", (_, summary) => summary.IsWatched ? 1L : 0L), ("version", (request, _) => (long)request.Version), ("revision", (request, _) => (long)request.Revision),
        ("next_deadline", (_, summary) => summary.NextDeadline?.UtcTicks), ("body_version", (_, _) => (long)BorrowingRequestJson.FormatVersion),
        ("body", (request, _) => BorrowingRequestJson.Serialize(request)),
    ];

    private static readonly (string Column, Func<BorrowingRequest, RequestSummary, object?> Value)[] Search =
    [
        ("request", (request, _) => request.Id.Value), ("external_id", (request, _) => SqlText.Of(request.ExternalId)), ("title", (request, _) => SqlText.Of(request.Citation.Title)),
        ("patron", (request, _) => request.Patron?.Id), ("pickup", (request, _) => request.Pickup), ("assignee", (request, _) => request.Assignee),
        ("isbn", (request, _) => request.Citation.Isbn), ("issn", (request, _) => request.Citation.Issn), ("oclc", (request, _) => request.Citation.Oclc),
        ("doi", (request, _) => request.Citation.Doi),
    ];

    /// <summary>Requests of every kind, more than are upgraded in one go, and one that was purged.</summary>
    public static IReadOnlyList<BorrowingRequest> Requests(int seed)
    {
        var random = new Random(seed);
        List<BorrowingRequest> all = [.. Enumerable.Range(0, 2500).Select(i => SampleRequests.Any($"R-{i:0000}", random))];
        all.Add(ARequest("R-nul", with: request => request.Citation = new() { Title = "Čapek\0 & 夢", Isbn = "0-8044-2957-X", Doi = "10.1/A-b" }));
        all.Add(Purge(ARequest("R-purged")).Request);
        return all;
    }

    /// <summary>Writes the rows. A purged request has no row of search terms.</summary>
    public static void Write(DbConnection connection, IEnumerable<BorrowingRequest> requests)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var request in requests)
        {
            Insert(transaction, "request", Request, request);
            if (request.Status != BorrowingStatus.Deleted)
            {
                Insert(transaction, "request_search", Search, request);
            }
        }

        transaction.Commit();
    }

    /// <summary>Compares what is found with what a query says of the requests themselves.</summary>
    public static async Task EnsureFoundAsync(IWorkflowStore store, IReadOnlyList<BorrowingRequest> requests, int seed)
    {
        var random = new Random(seed);
        string[] texts = ["capek 夢", "080442957x", "10.1/ab", "R-2499", "r-purged", "夢 hist"];
        foreach (var query in SampleRequests.Queries(random).Concat(SampleRequests.Searches(random)).Concat(texts.Select(text => new RequestQuery { Text = text })))
        {
            var some = query with { Patron = null };
            Assert.True(SampleRequests.Expected(requests, some).SequenceEqual(await store.Ids(some, 5000)), $"After the upgrade other requests are found (seed {seed}) by {some}.");
        }

        var scanned = await store.ScanAsync(ScanScope.Everything).ToList();
        Assert.Equal(requests.Select(RequestSummary.Of).OrderBy(one => one.Id), scanned.Select(one => one.Summary).OrderBy(one => one.Id));
    }

    private static void Insert(
        DbTransaction transaction, string table, IReadOnlyList<(string Column, Func<BorrowingRequest, RequestSummary, object?> Value)> columns, BorrowingRequest request)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The names are the test's own.
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(one => one.Column))}) VALUES ({string.Join(", ", columns.Select(one => "@" + one.Column))})";
#pragma warning restore CA2100
        var summary = RequestSummary.Of(request);
        foreach (var (column, value) in columns)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@" + column, value(request, summary) ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
