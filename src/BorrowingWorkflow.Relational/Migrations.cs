namespace BorrowingWorkflow.Relational;

/// <summary>The schema, as the steps that lead to it.</summary>
internal static class Migrations
{
    /// <summary>Every step, oldest first.</summary>
    public static IReadOnlyList<Migration> All { get; } = [new(1, First), new(2, Second, SearchTerms.Fill)];

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

    // Lists are narrowed by pickup location and searched by text.
    private static IReadOnlyList<string> Second(SqlDialect d) =>
    [
        $"ALTER TABLE request ADD COLUMN pickup {d.Text}",
        "UPDATE request SET pickup = (SELECT pickup FROM request_search WHERE request_search.request = request.id)",
        $"ALTER TABLE request_search ADD COLUMN words {d.Text}",
        "DROP INDEX request_watched",
        """
        CREATE INDEX request_watched ON request
            (status, entered_at, id, library, traits, partner, assignee, pickup, due_at, hold_until, oldest_note_at, oldest_message_at,
             next_deadline)
            WHERE watched = 1
        """,
    ];
}
