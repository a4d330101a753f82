namespace BorrowingWorkflow.Sqlite;

/// <summary>The parts of the second schema that only SQLite has.</summary>
internal static class SqliteSearchSchema
{
    // A column that is added comes after the body, behind all of its pages, and a key can't be added at all: both tables are written anew.
    public static IReadOnlyList<string> WidenTables { get; } =
    [
        """
        CREATE TABLE request_widened (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            library TEXT NOT NULL,
            status INTEGER NOT NULL,
            entered_at INTEGER NOT NULL,
            traits INTEGER NOT NULL,
            partner TEXT,
            assignee TEXT,
            pickup TEXT,
            due_at INTEGER,
            hold_until INTEGER,
            oldest_note_at INTEGER,
            oldest_message_at INTEGER,
            watched INTEGER NOT NULL,
            version INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            next_deadline INTEGER,
            deadline_lease_until INTEGER,
            body_version INTEGER NOT NULL,
            body BLOB NOT NULL)
        """,
        """
        INSERT INTO request_widened
        SELECT request.rowid, id, library, status, entered_at, traits, partner, request.assignee, pickup, due_at, hold_until, oldest_note_at,
            oldest_message_at, watched, version, revision, next_deadline, deadline_lease_until, body_version, body
        FROM request LEFT JOIN request_search ON request_search.request = request.id
        ORDER BY request.rowid
        """,
        "DROP TABLE request",
        "ALTER TABLE request_widened RENAME TO request",
        """
        CREATE TABLE request_search_widened (
            key INTEGER PRIMARY KEY,
            request TEXT NOT NULL,
            external_id TEXT,
            title TEXT,
            words TEXT,
            patron TEXT,
            pickup TEXT,
            assignee TEXT,
            isbn TEXT,
            issn TEXT,
            oclc TEXT,
            doi TEXT)
        """,
        """
        INSERT INTO request_search_widened
        SELECT key, search.request, external_id, title, NULL, patron, search.pickup, search.assignee, isbn, issn, oclc, doi
        FROM request JOIN request_search AS search ON search.request = request.id
        ORDER BY key
        """,
        "DROP TABLE request_search",
        "ALTER TABLE request_search_widened RENAME TO request_search",
    ];

    // Words are made by SearchWords and parted by spaces: all that the tokenizer has to do is to leave everything but ASCII alone. Of a word
    // it matters only in which titles it is, and short beginnings have an index of their own. What is erased is overwritten at once.
    public static IReadOnlyList<string> IndexWords { get; } =
    [
        """
        CREATE VIRTUAL TABLE request_words USING fts5(
            words, content = 'request_search', content_rowid = 'key', tokenize = 'ascii', detail = none, columnsize = 0, prefix = '1 2 3 4 5 6 7 8')
        """,
        "INSERT INTO request_words (request_words, rank) VALUES ('secure-delete', 1)",
        "INSERT INTO request_words (request_words) VALUES ('rebuild')",
        """
        CREATE TRIGGER request_search_inserted AFTER INSERT ON request_search WHEN new.words IS NOT NULL
        BEGIN
            INSERT INTO request_words (rowid, words) VALUES (new.key, new.words);
        END
        """,
        """
        CREATE TRIGGER request_search_deleted AFTER DELETE ON request_search WHEN old.words IS NOT NULL
        BEGIN
            INSERT INTO request_words (request_words, rowid, words) VALUES ('delete', old.key, old.words);
        END
        """,
        """
        CREATE TRIGGER request_search_updated AFTER UPDATE OF words ON request_search WHEN old.words IS NOT new.words
        BEGIN
            INSERT INTO request_words (request_words, rowid, words) SELECT 'delete', old.key, old.words WHERE old.words IS NOT NULL;
            INSERT INTO request_words (rowid, words) SELECT new.key, new.words WHERE new.words IS NOT NULL;
        END
        """,
    ];
}
