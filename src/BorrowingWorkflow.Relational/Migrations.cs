namespace BorrowingWorkflow.Relational;

/// <summary>The schema, as the steps that lead to it.</summary>
internal static class Migrations
{
    /// <summary>Every step, oldest first.</summary>
    public static IReadOnlyList<Migration> All { get; } = [new(1, First), new(2, Second) { Fill = SearchTerms.Fill, Finish = Searchable }];

    // "watched" rows are what daily lists look through. Each request is in one of two indexes by status: the watched one covers a
    // summary, so that lists and scans of open work never touch the table, however many closed requests lie in it.
    private static IReadOnlyList<string> First(SqlDialect d) =>
    [
        $"""
        CREATE TABLE request (
            id {d.Text} NOT NULL PRIMARY KEY,
            library {d.Text} NOT NULL,
            status {d.Integer} NOT NULL,
            entered_at {d.Integer} NOT NULL,
            traits {d.Integer} NOT NULL,
            partner {d.Text},
            assignee {d.Text},
            due_at {d.Integer},
            hold_until {d.Integer},
            oldest_note_at {d.Integer},
            oldest_message_at {d.Integer},
            watched {d.Integer} NOT NULL,
            version {d.Integer} NOT NULL,
            revision {d.Integer} NOT NULL,
            next_deadline {d.Integer},
            deadline_lease_until {d.Integer},
            body_version {d.Integer} NOT NULL,
            body {d.Bytes} NOT NULL)
        """,
        """
        CREATE INDEX request_watched ON request
            (status, entered_at, id, library, traits, partner, assignee, due_at, hold_until, oldest_note_at, oldest_message_at,
             next_deadline)
            WHERE watched = 1
        """,
        "CREATE INDEX request_unwatched ON request (status, entered_at, id) WHERE watched = 0",
        "CREATE INDEX request_deadline ON request (next_deadline, id) WHERE next_deadline IS NOT NULL",
        $"""
        CREATE TABLE event (
            request {d.Text} NOT NULL,
            revision {d.Integer} NOT NULL,
            body_version {d.Integer} NOT NULL,
            body {d.Bytes} NOT NULL,
            PRIMARY KEY (request, revision)){d.Clustered}
        """,
        $"""
        CREATE TABLE inbox (
            request {d.Text} NOT NULL,
            sender {d.Text} NOT NULL,
            message_id {d.Text} NOT NULL,
            revision {d.Integer} NOT NULL,
            PRIMARY KEY (request, sender, message_id)){d.Clustered}
        """,
        $"""
        CREATE TABLE outbox (
            seq {d.Sequence},
            id {d.Text} NOT NULL UNIQUE,
            request {d.Text} NOT NULL,
            entry {d.Integer},
            kind {d.Integer} NOT NULL,
            is_send {d.Integer} NOT NULL,
            name {d.Text} NOT NULL,
            detail {d.Text},
            at {d.Integer} NOT NULL,
            not_before {d.Integer} NOT NULL,
            attempts {d.Integer} NOT NULL,
            leased_until {d.Integer},
            settled_at {d.Integer},
            outcome {d.Integer},
            body_version {d.Integer} NOT NULL,
            body {d.Bytes} NOT NULL)
        """,
        "CREATE INDEX outbox_due ON outbox (not_before, seq) WHERE settled_at IS NULL",
        "CREATE INDEX outbox_request ON outbox (request, settled_at)",
        $"""
        CREATE TABLE request_search (
            request {d.Text} NOT NULL PRIMARY KEY,
            external_id {d.Text},
            title {d.Text},
            patron {d.Text},
            pickup {d.Text},
            assignee {d.Text},
            isbn {d.Text},
            issn {d.Text},
            oclc {d.Text},
            doi {d.Text})
        """,
        "CREATE INDEX request_search_patron ON request_search (patron) WHERE patron IS NOT NULL",
        "CREATE INDEX request_search_external_id ON request_search (external_id) WHERE external_id IS NOT NULL",
        $"""
        CREATE TABLE check_run (
            seq {d.Sequence},
            check_id {d.Text} NOT NULL,
            library {d.Text},
            at {d.Integer} NOT NULL,
            done_by {d.Text} NOT NULL)
        """,
        "CREATE INDEX check_run_latest ON check_run (check_id, library, at)",
        $"""
        CREATE TABLE dismissal (
            detector {d.Text} NOT NULL,
            subject {d.Text} NOT NULL,
            until {d.Integer} NOT NULL,
            done_by {d.Text} NOT NULL,
            reason {d.Text} NOT NULL,
            at {d.Integer} NOT NULL,
            PRIMARY KEY (detector, subject))
        """,
    ];

    // Lists are narrowed by everything, open and closed, and searched by text. A closed request is written to its indexes once; they cover a
    // summary, so that lists of closed requests stay out of the table too. What is not watched has no active note or message: those columns
    // are empty and left out.
    private static IReadOnlyList<string> Second(SqlDialect d) =>
    [
        .. d.WidenTables,
        """
        CREATE INDEX request_watched ON request
            (status, entered_at, id, library, traits, partner, assignee, pickup, due_at, hold_until, oldest_note_at, oldest_message_at,
             next_deadline)
            WHERE watched = 1
        """,
        Closed("status", "status, entered_at, id, library, partner, pickup, assignee, traits"),
        Closed("library", "library, status, entered_at, id, partner, pickup, assignee, traits"),
        Closed("partner", "partner, status, entered_at, id, library, pickup, assignee, traits"),
        Closed("pickup", "pickup, status, entered_at, id, library, partner, assignee, traits", " AND pickup IS NOT NULL"),
        Closed("assignee", "assignee, status, entered_at, id, library, partner, pickup, traits", " AND assignee IS NOT NULL"),
        Closed("hold", "hold_until, entered_at, id, status, library, partner, pickup, assignee, traits", " AND hold_until IS NOT NULL"),
        .. ClosedWalk.Traits.Select(trait => Closed(
            ClosedWalk.NameOf(trait), "entered_at, id, status, library, partner, pickup, assignee, traits", $" AND {ClosedWalk.Has(trait)}")),
        "CREATE INDEX request_deadline ON request (next_deadline, id) WHERE next_deadline IS NOT NULL",
        $"CREATE INDEX request_lower_id ON request ({d.LowerId})",
    ];

    private static string Closed(string name, string columns, string condition = "") =>
        $"CREATE INDEX request_closed_{name} ON request ({columns}, {(name == "hold" ? "due_at" : "due_at, hold_until")}, next_deadline) WHERE watched = 0{condition}";

    private static IReadOnlyList<string> Searchable(SqlDialect d) =>
    [
        .. d.IndexWords,
        .. SearchTerms.Exact.Select(
            column => $"CREATE INDEX request_search_{column} ON request_search{d.OnWholeValues} ({column}) WHERE {column} IS NOT NULL"),
    ];
}
