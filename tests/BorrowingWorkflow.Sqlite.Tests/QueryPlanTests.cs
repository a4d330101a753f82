using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Sqlite.Tests;

/// <summary>Which index a query walks decides whether ten million closed requests slow it down.</summary>
public class QueryPlanTests
{
    private static readonly Statements Sql = new(SqliteDialect.Instance);

    [Fact]
    public void A_scan_of_what_is_watched_reads_the_covering_index_alone() =>
        Assert.Equal(["SCAN request USING COVERING INDEX request_watched"], Plan(Sql.ScanWatched));

    [Fact]
    public void A_worklist_of_a_status_walks_its_index_and_sorts_nothing() =>
        Assert.Equal(
            ["request_watched", "request_unwatched"],
            Indexes(new() { Statuses = [BorrowingStatus.ReadyToBeSent] }, after: "5:R-1"));

    [Fact]
    public void A_list_by_status_is_bounded_by_its_dates_and_where_the_page_begins()
    {
        var query = new RequestQuery { Statuses = [BorrowingStatus.RequestCompleted], EnteredAfter = DateTimeOffset.UnixEpoch, Order = RequestOrder.Newest };

        Assert.All(Plan(ListQuery.Of(query, 10, null, SqliteDialect.Instance).Statement).Where(step => step.Contains("USING", StringComparison.Ordinal) && step.Contains("request_", StringComparison.Ordinal)), step =>
            Assert.Contains("status=? AND entered_at>?", step, StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_of_active_notes_never_touches_what_is_closed() =>
        Assert.Equal(["request_watched"], Indexes(new() { AnyTrait = RequestTraits.ActiveNote, Order = RequestOrder.OldestNote }));

    [Fact]
    public void A_patrons_requests_are_found_by_the_patron() =>
        Assert.Contains(Plan(ListQuery.Of(new() { Patron = "p" }, 10, null, SqliteDialect.Instance).Statement), step => step.Contains("request_search_patron", StringComparison.Ordinal));

    [Fact]
    public void Deadlines_effects_and_open_sends_are_found_by_their_indexes()
    {
        Assert.Contains(Plan(Sql.LeaseDeadlines), step => step.Contains("request_deadline", StringComparison.Ordinal));
        Assert.Contains(Plan(Sql.LeaseEffects), step => step.Contains("outbox_due (not_before<?)", StringComparison.Ordinal));
        Assert.Contains(Plan(Sql.Load), step => step.Contains("outbox_request (request=? AND settled_at=?)", StringComparison.Ordinal));
        Assert.Contains(Plan(Sql.Pending), step => step.Contains("outbox_due", StringComparison.Ordinal));
        Assert.DoesNotContain(Plan(Sql.LeaseDeadlines).Concat(Plan(Sql.LeaseEffects)).Concat(Plan(Sql.Load)), step => step.StartsWith("SCAN request", StringComparison.Ordinal) || step.StartsWith("SCAN outbox", StringComparison.Ordinal) && !step.Contains("outbox_due", StringComparison.Ordinal));
    }

    private static string[] Indexes(RequestQuery query, string? after = null) =>
    [
        .. Plan(ListQuery.Of(query, 10, after, SqliteDialect.Instance).Statement)
            .Select(step => step.Split(' '))
            .Where(words => words.Contains("INDEX"))
            .Select(words => words[Array.IndexOf(words, "INDEX") + 1]),
    ];

    private static List<string> Plan(Statement statement)
    {
        using var folder = new TemporaryFolder();
        using var session = new SqliteFile(new() { DataSource = folder.Database }, Migrations.All).OpenWriter();
        using var command = session.Connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement.Text;
        foreach (var name in statement.Parameters)
        {
            command.Parameters.AddWithValue(name, 1L);
        }

        using var rows = command.ExecuteReader();
        List<string> steps = [];
        while (rows.Read())
        {
            steps.Add(rows.GetString(3));
        }

        return steps;
    }
}
