using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Tests.Servers;
using NpgsqlTypes;

namespace BorrowingWorkflow.PostgreSql.Tests;

/// <summary>
/// Which index a query walks decides whether ten million closed requests slow it down. The server plans a prepared statement for its
/// values at first, and may keep a plan for all values when it has been used more often: both have to be right.
/// </summary>
public class QueryPlanTests(PlannedDatabase database) : IClassFixture<PlannedDatabase>
{
    private static readonly Statements Sql = new(PostgreSqlDialect.Instance);
    private static readonly int[] TimesBefore = [0, 10];

    [PostgreSqlFact]
    public async Task A_load_finds_request_message_and_open_sends_by_their_indexes() =>
        await EachPlanAsync(Call(Sql.Load), plan =>
        {
            Assert.Equal(["event_pkey", "inbox_pkey", "outbox_request", "request_pkey"], plan.Indexes);
            Assert.Contains(plan.Bounds, bound => bound.Contains("settled_at IS NULL", StringComparison.Ordinal));
        });

    [PostgreSqlFact]
    public async Task What_is_asked_of_one_request_is_found_by_its_id()
    {
        await IndexesAsync(Call(Sql.Find), "request_pkey");
        await IndexesAsync(Call(Sql.Revision), "request_pkey");
        await IndexesAsync(Call(Sql.History), "event_pkey");
        await IndexesAsync(Call(Sql.EventAt), "event_pkey");
        await IndexesAsync(Call(Sql.Effects), "outbox_request");
    }

    [PostgreSqlFact]
    public async Task A_save_touches_its_own_rows_alone()
    {
        await IndexesAsync(Call(Sql.UpdateRequest), "request_pkey");
        await IndexesAsync(Call(Sql.WithdrawEffect), "outbox_id_key");
        await IndexesAsync(Call(Sql.FindUnderWay), "outbox_id_key");
        await IndexesAsync(Call(Sql.SettleEffect), "outbox_id_key");
        await IndexesAsync(Call(Sql.RetryEffect), "outbox_id_key");
        await IndexesAsync(Call(Sql.EraseEffect), "outbox_id_key");
        await IndexesAsync(Call(Sql.EraseEvent), "event_pkey");
        await IndexesAsync(Call(Sql.EraseSearch), "request_search_pkey");
    }

    [PostgreSqlFact]
    public async Task A_lease_of_effects_takes_those_that_are_due_and_updates_each_by_its_number() => await IndexesAsync(Call(Sql.LeaseEffects), "outbox_due", "outbox_pkey");

    [PostgreSqlFact]
    public async Task A_lease_of_deadlines_takes_those_that_are_due_and_updates_each_by_its_id() => await IndexesAsync(Call(Sql.LeaseDeadlines), "request_deadline", "request_pkey");

    [PostgreSqlFact]
    public async Task What_is_pending_is_counted_along_the_indexes_of_what_is_due()
    {
        await IndexesAsync(Call(Sql.Pending), "outbox_due");
        await IndexesAsync(Call(Sql.Backlog), "outbox_due", "request_deadline");
    }

    [PostgreSqlFact]
    public async Task A_scan_of_what_is_watched_reads_the_covering_index_alone() =>
        await EachPlanAsync(Call(Sql.ScanWatched), plan =>
        {
            Assert.Equal(["request_watched"], plan.Indexes);
            Assert.Equal(["Index Only Scan"], plan.Steps);
        });

    [PostgreSqlFact]
    public async Task A_worklist_of_a_status_walks_its_indexes_in_order_from_where_the_page_begins() =>
        await EachPlanAsync(List(new() { Statuses = [BorrowingStatus.ReadyToBeSent, BorrowingStatus.RequestCompleted] }, after: "5:R-1"), plan =>
        {
            Assert.Equal(["request_closed_status", "request_watched"], plan.Indexes);
            Assert.All(plan.Bounds, bound => Assert.Contains("entered_at >=", bound, StringComparison.Ordinal));
            Assert.DoesNotContain("Sort", plan.Steps);
        });

    [PostgreSqlFact]
    public async Task A_page_of_closed_requests_stops_when_it_is_full()
    {
        var query = new RequestQuery { Statuses = [BorrowingStatus.RequestCompleted], EnteredAfter = DateTimeOffset.UnixEpoch, Order = RequestOrder.Newest };

        await EachPlanAsync(List(query), plan =>
        {
            Assert.Equal(["request_closed_status", "request_watched"], plan.Indexes);
            Assert.All(plan.Bounds, bound => Assert.Contains("entered_at >", bound, StringComparison.Ordinal));

            // Those of one moment are put in order by their ids as the walk meets them (Incremental Sort); all that are closed are never sorted.
            Assert.DoesNotContain("Sort", plan.Steps);
        });
    }

    [PostgreSqlFact]
    public async Task Closed_requests_are_walked_along_an_index_of_what_narrows_them_and_not_sorted()
    {
        foreach (var (query, index) in (IEnumerable<(RequestQuery, string)>)
        [
            (new() { Library = "L3" }, "request_closed_library"), (new() { Partner = "P7" }, "request_closed_partner"),
            (new() { Library = "L2", Pickup = "K7" }, "request_closed_pickup"), (new() { Assignee = "A7" }, "request_closed_assignee"),
        ])
        {
            await EachPlanAsync(List(query with { Statuses = [BorrowingStatus.RequestCompleted] }), plan =>
            {
                Assert.Equal([index, "request_watched"], plan.Indexes);
                Assert.All(plan.Steps.Where(step => step.Contains("Scan", StringComparison.Ordinal)), step => Assert.Equal("Index Only Scan", step));
                Assert.DoesNotContain("Sort", plan.Steps);
            });
        }
    }

    [PostgreSqlFact]
    public async Task A_rare_trait_is_found_by_its_index() =>
        await EachPlanAsync(List(new() { AnyTrait = RequestTraits.Imported }), plan => Assert.Contains("request_closed_trait_8", plan.Indexes));

    [PostgreSqlFact]
    public async Task What_few_titles_have_is_found_by_the_index_of_words() =>
        await EachPlanAsync(List(new() { Text = "rare7x" }), plan =>
        {
            Assert.Contains("request_search_words", plan.Indexes);
            Assert.All(
                (string[])["request_lower_id", "request_search_external_id", "request_search_isbn", "request_search_issn", "request_search_oclc", "request_search_doi", "request_pkey"],
                index => Assert.Contains(index, plan.Indexes));
        });

    [PostgreSqlFact]
    public async Task Of_what_very_many_titles_have_the_newest_are_found_going_back_along_the_keys() =>
        await EachPlanAsync(List(new() { Text = "title" }), plan =>
        {
            Assert.Contains("request_search_key", plan.Indexes);
            Assert.DoesNotContain("request_search_words", plan.Indexes);
        });

    [PostgreSqlFact]
    public async Task A_list_of_active_notes_never_touches_what_is_closed() =>
        await IndexesAsync(List(new() { AnyTrait = RequestTraits.ActiveNote, Order = RequestOrder.OldestNote }), "request_watched");

    [PostgreSqlFact]
    public async Task A_patrons_requests_are_found_by_the_patron() => await IndexesAsync(List(new() { Patron = "p7" }), "request_pkey", "request_search_patron");

    [PostgreSqlFact]
    public async Task A_scan_of_everything_reads_the_table_and_is_seen_to()
    {
        var plan = await database.PlanAsync(Call(Sql.ScanEverything), timesBefore: 0);

        Assert.Equal(["request"], plan.WholeTables);
    }

    private static SqlCall List(RequestQuery query, string? after = null) => ListQuery.Of(query, 10, after, PostgreSqlDialect.Instance);

    // Values that find little, as they do in life: one request, one message, what is due now.
    private static SqlCall Call(Statement statement)
    {
        var types = ServerStatement.Of(statement).BatchCommand(new object?[statement.Parameters.Count]).Parameters.Select(parameter => parameter.NpgsqlDbType);
        return new(statement, Expect.Anything, [.. statement.Parameters.Zip(types, Value)]);

        object Value(string name, NpgsqlDbType type) => (name, type) switch
        {
            ("@request", _) => "R-600",
            ("@id", _) => statement.Text.Contains("outbox", StringComparison.Ordinal) ? "R/1/0600" : "R-600",
            ("@limit", _) => 100L,
            ("@now", _) => 300L,
            (_, NpgsqlDbType.Text) => "x",
            (_, NpgsqlDbType.Bytea) => new byte[] { 1 },
            _ => 1L,
        };
    }

    private Task IndexesAsync(SqlCall call, params string[] indexes) => EachPlanAsync(call, plan => Assert.Equal(indexes, plan.Indexes));

    private async Task EachPlanAsync(SqlCall call, Action<QueryPlan> check)
    {
        foreach (var times in TimesBefore)
        {
            var plan = await database.PlanAsync(call, times);
            try
            {
                Assert.Empty(plan.WholeTables);
                check(plan);
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                throw new Xunit.Sdk.XunitException($"After {times} times the plan is {plan}\nfor {call.Statement.Text}", failure);
            }
        }
    }
}
