using BorrowingWorkflow.Machine;
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
    public void A_worklist_of_a_status_walks_its_index_and_sorts_nothing()
    {
        Assert.Equal(["SEARCH request USING COVERING INDEX request_watched (status=? AND entered_at>?)"], Plan(new RequestQuery() { Statuses = [BorrowingStatus.ReadyToBeSent] }, after: "5:R-1"));

        var completed = Plan(new RequestQuery() { Statuses = [BorrowingStatus.RequestCompleted] }, after: "5:R-1");
        Assert.Equal(["request_watched", "request_closed_status"], Indexes(completed));
        Assert.DoesNotContain(completed, Sorts);
    }

    [Fact]
    public void A_list_by_status_is_bounded_by_its_dates_and_where_the_page_begins()
    {
        var query = new RequestQuery { Statuses = [BorrowingStatus.RequestCompleted], EnteredAfter = DateTimeOffset.UnixEpoch, Order = RequestOrder.Newest };

        Assert.All(Plan(query).Where(step => step.Contains("INDEX request_", StringComparison.Ordinal)), step =>
            Assert.Contains("status=? AND entered_at>?", step, StringComparison.Ordinal));
    }

    public static TheoryData<RequestQuery, string> Narrowed => new()
    {
        { new(), "request_closed_status (status=?)" },
        { new() { Library = "L" }, "request_closed_library (library=? AND status=?)" },
        { new() { Library = "L", Partner = "P" }, "request_closed_partner (partner=? AND status=?)" },
        { new() { Library = "L", Partner = "P", Pickup = "K" }, "request_closed_pickup (pickup=? AND status=?)" },
        { new() { Library = "L", Partner = "P", Pickup = "K", Assignee = "A" }, "request_closed_assignee (assignee=? AND status=?)" },
        { new() { Library = "L", EnteredBefore = DateTimeOffset.UnixEpoch }, "request_closed_library (library=? AND status=? AND entered_at<?)" },
        { new() { Partner = "P", AnyTrait = RequestTraits.Remarkable }, "request_closed_partner (partner=? AND status=?)" },
        { new() { Library = "L", AnyTrait = RequestTraits.ClosedByCheckIn }, "request_closed_library (library=? AND status=?)" },
        { new() { AnyTrait = RequestTraits.Final }, "request_closed_status (status=?)" },
    };

    [Theory]
    [MemberData(nameof(Narrowed))]
    public void Closed_requests_are_walked_along_the_narrowest_index_that_holds_their_summary(RequestQuery query, string walk)
    {
        foreach (var order in (RequestOrder[])[RequestOrder.LongestInStatus, RequestOrder.Newest])
        {
            List<string> closed = [.. Plan(query with { Order = order }).Where(step => step.Contains("INDEX request_closed", StringComparison.Ordinal))];

            Assert.Equal(StatusGroups.Final.Count, closed.Count);
            Assert.All(closed, step => Assert.Equal($"SEARCH request USING COVERING INDEX {walk}", step));

            // What is watched is sorted, once for the list and once among the others: it is little. What is closed never is.
            Assert.True(Plan(query with { Order = order }).Count(Sorts) <= 2);
        }
    }

    [Fact]
    public void Each_rare_trait_has_an_index_of_its_own()
    {
        var plan = Plan(new RequestQuery() { AnyTrait = RequestTraits.Remarkable | RequestTraits.Imported | RequestTraits.HoldExpired });

        Assert.Equal(["request_watched", "request_closed_trait_3", "request_closed_trait_5", "request_closed_trait_8"], Indexes(plan));
        Assert.All(plan.Where(step => step.Contains("INDEX", StringComparison.Ordinal)), step => Assert.Contains("COVERING", step, StringComparison.Ordinal));
    }

    [Fact]
    public void A_common_trait_is_walked_in_order()
    {
        var plan = Plan(new RequestQuery() { AnyTrait = RequestTraits.ClosedByCheckIn, Order = RequestOrder.Newest });

        Assert.Contains(plan, step => step.Contains("request_closed_trait_4", StringComparison.Ordinal));
        Assert.True(plan.Count(Sorts) <= 2);
    }

    [Fact]
    public void A_text_is_looked_up_in_indexes_alone_and_requests_by_their_keys()
    {
        var plan = Plan(new RequestQuery() { Text = "978 history", Patron = "p", Library = "L" });

        Assert.Contains("SEARCH request USING INTEGER PRIMARY KEY (rowid=?)", plan);
        Assert.Contains(plan, step => step.Contains("request_search_patron", StringComparison.Ordinal));
        foreach (var way in (string[])["request_lower_id (<expr>>? AND <expr><?)", "request_search_external_id", "request_search_isbn", "request_search_issn", "request_search_oclc", "request_search_doi"])
        {
            Assert.Contains(plan, step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains(way, StringComparison.Ordinal));
        }

        Assert.Contains(plan, step => step.Contains("request_words VIRTUAL TABLE", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step is "SCAN request" or "SCAN request_search");
    }

    [Fact]
    public void A_list_of_active_notes_never_touches_what_is_closed() =>
        Assert.Equal(["request_watched"], Indexes(Plan(new RequestQuery() { AnyTrait = RequestTraits.ActiveNote, Order = RequestOrder.OldestNote })));

    [Fact]
    public void A_patrons_requests_are_found_by_the_patron() =>
        Assert.Contains(Plan(new RequestQuery() { Patron = "p" }), step => step.Contains("request_search_patron", StringComparison.Ordinal));

    [Fact]
    public void Deadlines_effects_and_open_sends_are_found_by_their_indexes()
    {
        Assert.Contains(Plan(Sql.LeaseDeadlines), step => step.Contains("request_deadline", StringComparison.Ordinal));
        Assert.Contains(Plan(Sql.LeaseEffects), step => step.Contains("outbox_due (not_before<?)", StringComparison.Ordinal));
        Assert.Contains(Plan(Sql.Load), step => step.Contains("outbox_request (request=? AND settled_at=?)", StringComparison.Ordinal));
        Assert.Contains(Plan(Sql.Pending), step => step.Contains("outbox_due", StringComparison.Ordinal));
        Assert.DoesNotContain(Plan(Sql.LeaseDeadlines).Concat(Plan(Sql.LeaseEffects)).Concat(Plan(Sql.Load)), step => step.StartsWith("SCAN request", StringComparison.Ordinal) || step.StartsWith("SCAN outbox", StringComparison.Ordinal) && !step.Contains("outbox_due", StringComparison.Ordinal));
    }

    /// <summary>The indexes of a plan, each once, in the order in which they come first.</summary>
    private static string[] Indexes(List<string> plan) =>
    [
        .. plan.Select(step => step.Split(' '))
            .Where(words => words.Contains("INDEX"))
            .Select(words => words[Array.IndexOf(words, "INDEX") + 1])
            .Distinct(),
    ];

    // Those of one moment are put in order by their ids as the walk meets them (LAST TERM): that is no sorting.
    private static bool Sorts(string step) =>
        step.Contains("TEMP B-TREE", StringComparison.Ordinal) && !step.Contains("LAST TERM", StringComparison.Ordinal);

    private static List<string> Plan(RequestQuery query, string? after = null) => Plan(ListQuery.Of(query, 10, after, SqliteDialect.Instance).Statement);

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
