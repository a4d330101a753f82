namespace BorrowingWorkflow.Relational;

/// <summary>The statements of a store.</summary>
internal sealed class Statements(SqlDialect dialect)
{
    /// <summary>The columns of a summary, in the order in which <see cref="SummaryReader"/> reads them.</summary>
    public const string SummaryColumns =
        "id, library, status, entered_at, traits, partner, assignee, pickup, due_at, hold_until, oldest_note_at, oldest_message_at, next_deadline";

    /// <summary>What the statements are written for.</summary>
    public SqlDialect Dialect => dialect;

    // One statement sees one moment on every database, and costs one round trip.
    public Statement Load { get; } = new(
        """
        SELECT 0 AS part, body, CAST(NULL AS TEXT) AS effect, CAST(NULL AS BIGINT) AS entry, CAST(NULL AS BIGINT) AS leased_until
        FROM request WHERE id = @request
        UNION ALL
        SELECT 1, e.body, NULL, NULL, NULL
        FROM inbox i JOIN event e ON e.request = i.request AND e.revision = i.revision
        WHERE i.request = @request AND i.sender = @sender AND i.message_id = @message_id
        UNION ALL
        SELECT 2, NULL, id, entry, leased_until
        FROM outbox WHERE request = @request AND settled_at IS NULL AND is_send = 1
        """,
        "@request", "@sender", "@message_id");

    public Statement Find { get; } = new("SELECT body FROM request WHERE id = @request", "@request");

    public Statement Revision { get; } = new("SELECT revision FROM request WHERE id = @request", "@request");

    public Statement EventAt { get; } = new("SELECT body FROM event WHERE request = @request AND revision = @revision", "@request", "@revision");

    public Statement History { get; } = new("SELECT body FROM event WHERE request = @request ORDER BY revision", "@request");

    public Statement Effects { get; } = new("SELECT body FROM outbox WHERE request = @request", "@request");

    public Statement InsertRequest { get; } = new(
        $"""
        INSERT INTO request (id, library, status, entered_at, traits, partner, assignee, pickup, due_at, hold_until, oldest_note_at,
            oldest_message_at, watched, version, revision, next_deadline, body_version, body)
        VALUES (@id, @library, @status, @entered_at, @traits, @partner, @assignee, @pickup, @due_at, @hold_until, @oldest_note_at,
            @oldest_message_at, @watched, @version, @revision, @next_deadline, @body_version, @body)
        {dialect.OnExisting("id")}
        """,
        "@id", "@library", "@status", "@entered_at", "@traits", "@partner", "@assignee", "@pickup", "@due_at", "@hold_until", "@oldest_note_at",
        "@oldest_message_at", "@watched", "@version", "@revision", "@next_deadline", "@body_version", "@body");

    public Statement UpdateRequest { get; } = new(
        dialect.MustChangeOne(
            """
            UPDATE request SET library = @library, status = @status, entered_at = @entered_at, traits = @traits, partner = @partner,
                assignee = @assignee, pickup = @pickup, due_at = @due_at, hold_until = @hold_until, oldest_note_at = @oldest_note_at,
                oldest_message_at = @oldest_message_at, watched = @watched, version = @version, revision = @revision,
                next_deadline = @next_deadline, deadline_lease_until = NULL, body_version = @body_version, body = @body
            WHERE id = @id AND revision = @expected
            """),
        "@id", "@library", "@status", "@entered_at", "@traits", "@partner", "@assignee", "@pickup", "@due_at", "@hold_until", "@oldest_note_at",
        "@oldest_message_at", "@watched", "@version", "@revision", "@next_deadline", "@body_version", "@body", "@expected");

    public Statement InsertEvent { get; } = new(
        $"""
        INSERT INTO event (request, revision, body_version, body) VALUES (@request, @revision, @body_version, @body)
        {dialect.OnExisting("request, revision")}
        """,
        "@request", "@revision", "@body_version", "@body");

    public Statement InsertInbox { get; } = new(
        $"""
        INSERT INTO inbox (request, sender, message_id, revision) VALUES (@request, @sender, @message_id, @revision)
        {dialect.OnExisting("request, sender, message_id")}
        """,
        "@request", "@sender", "@message_id", "@revision");

    public Statement InsertEffect { get; } = new(
        $"""
        INSERT INTO outbox (id, request, entry, kind, is_send, name, detail, at, not_before, attempts, settled_at, outcome, body_version, body)
        VALUES (@id, @request, @entry, @kind, @is_send, @name, @detail, @at, @not_before, 0, @settled_at, @outcome, @body_version, @body)
        {dialect.OnExisting("id")}
        """,
        "@id", "@request", "@entry", "@kind", "@is_send", "@name", "@detail", "@at", "@not_before", "@settled_at", "@outcome",
        "@body_version", "@body");

    public Statement WithdrawEffect { get; } = new(
        "DELETE FROM outbox WHERE id = @id AND settled_at IS NULL AND leased_until IS NULL", "@id");

    public Statement FindUnderWay { get; } = new(
        dialect.MustFindNothing("SELECT 1 FROM outbox WHERE id = @id AND settled_at IS NULL"), "@id");

    public Statement SettleEffect { get; } = new(
        "UPDATE outbox SET settled_at = @at, outcome = @outcome, leased_until = NULL WHERE id = @id AND settled_at IS NULL",
        "@id", "@at", "@outcome");

    public Statement RetryEffect { get; } = new(
        """
        UPDATE outbox SET not_before = @not_before, leased_until = NULL
        WHERE id = @id AND settled_at IS NULL AND attempts = COALESCE(@attempt, attempts)
        """,
        "@id", "@not_before", "@attempt");

    // A row that stays as it is is not even locked, which PostgreSQL would have to write down.
    public Statement WriteSearch { get; } = new(
        $"""
        INSERT INTO request_search ({dialect.SearchRow.Columns}, external_id, title, words, patron, pickup, assignee, isbn, issn, oclc, doi)
        SELECT {dialect.SearchRow.Values}, @external_id, @title, @words, @patron, @pickup, @assignee, @isbn, @issn, @oclc, @doi
        WHERE NOT EXISTS (
            SELECT 1 FROM request_search
            WHERE {dialect.SearchRow.Condition} AND external_id IS NOT DISTINCT FROM @external_id AND title IS NOT DISTINCT FROM @title
                AND patron IS NOT DISTINCT FROM @patron AND pickup IS NOT DISTINCT FROM @pickup AND assignee IS NOT DISTINCT FROM @assignee
                AND isbn IS NOT DISTINCT FROM @isbn AND issn IS NOT DISTINCT FROM @issn AND oclc IS NOT DISTINCT FROM @oclc
                AND doi IS NOT DISTINCT FROM @doi)
        ON CONFLICT ({dialect.SearchRow.Key}) DO UPDATE SET external_id = excluded.external_id, title = excluded.title, words = excluded.words,
            patron = excluded.patron, pickup = excluded.pickup, assignee = excluded.assignee, isbn = excluded.isbn, issn = excluded.issn,
            oclc = excluded.oclc, doi = excluded.doi
        """,
        "@request", "@external_id", "@title", "@words", "@patron", "@pickup", "@assignee", "@isbn", "@issn", "@oclc", "@doi");

    public Statement EraseSearch { get; } = new($"DELETE FROM request_search WHERE {dialect.SearchRow.Condition}", "@request");

    public Statement EraseEvent { get; } = new(
        "UPDATE event SET body_version = @body_version, body = @body WHERE request = @request AND revision = @revision",
        "@request", "@revision", "@body_version", "@body");

    public Statement EraseEffect { get; } = new(
        "UPDATE outbox SET body_version = @body_version, body = @body WHERE id = @id", "@id", "@body_version", "@body");

    // What is due is found once and for all: a plan that looked again while rows are being leased would find others.
    public Statement LeaseEffects { get; } = new(
        $"""
        WITH due AS MATERIALIZED (
            SELECT seq FROM outbox
            WHERE settled_at IS NULL AND not_before <= @now AND (leased_until IS NULL OR leased_until <= @now)
            ORDER BY not_before, seq LIMIT @limit{dialect.SkipLocked})
        UPDATE outbox SET leased_until = @until, attempts = attempts + 1 FROM due WHERE outbox.seq = due.seq
        RETURNING not_before, outbox.seq, attempts, body
        """,
        "@now", "@until", "@limit");

    public Statement LeaseDeadlines { get; } = new(
        $"""
        WITH due AS MATERIALIZED (
            SELECT id FROM request
            WHERE next_deadline <= @now AND (deadline_lease_until IS NULL OR deadline_lease_until <= @now)
            ORDER BY next_deadline, id LIMIT @limit{dialect.SkipLocked})
        UPDATE request SET deadline_lease_until = @until FROM due WHERE request.id = due.id
        RETURNING next_deadline, request.id
        """,
        "@now", "@until", "@limit");

    public Statement Pending { get; } = new("SELECT request, kind, detail, at, attempts FROM outbox WHERE settled_at IS NULL");

    // In parts, each along an index of its own.
    public Statement Backlog { get; } = new(
        """
        SELECT 0 AS part, COUNT(*) AS waiting, MIN(at) AS oldest FROM outbox WHERE settled_at IS NULL AND (not_before <= @now OR attempts > 0)
        UNION ALL
        SELECT 1, COUNT(*), MIN(next_deadline) FROM request WHERE next_deadline <= @now
        """,
        "@now");

    public Statement Count { get; } = new("SELECT name, COUNT(*) FROM outbox GROUP BY name");

    public Statement ScanWatched { get; } = new($"SELECT {SummaryColumns} FROM request WHERE watched = 1");

    public Statement ScanEverything { get; } = new($"SELECT {SummaryColumns}, body FROM request");

    public Statement InsertRun { get; } = new(
        "INSERT INTO check_run (check_id, library, at, done_by) VALUES (@check_id, @library, @at, @done_by)",
        "@check_id", "@library", "@at", "@done_by");

    public Statement LatestRuns { get; } = new(
        """
        SELECT check_id, at, done_by, library FROM (
            SELECT check_id, at, done_by, library, ROW_NUMBER() OVER (PARTITION BY check_id, library ORDER BY at DESC, seq DESC) AS place
            FROM check_run) AS ranked
        WHERE place = 1
        """);

    public Statement Dismiss { get; } = new(
        """
        INSERT INTO dismissal (detector, subject, until, done_by, reason, at) VALUES (@detector, @subject, @until, @done_by, @reason, @at)
        ON CONFLICT (detector, subject) DO UPDATE SET until = excluded.until, done_by = excluded.done_by, reason = excluded.reason, at = excluded.at
        """,
        "@detector", "@subject", "@until", "@done_by", "@reason", "@at");

    public Statement Dismissals { get; } = new(
        "SELECT detector, subject, until, done_by, reason, at FROM dismissal WHERE until > @now", "@now");
}
