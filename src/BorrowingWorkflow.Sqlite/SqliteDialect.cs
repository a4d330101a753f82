using System.Globalization;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Sqlite;

/// <summary>SQL as SQLite has it. Text is compared by its bytes unless a column says otherwise, and none does.</summary>
internal sealed class SqliteDialect : SqlDialect
{
    public static SqliteDialect Instance { get; } = new();

    public override string Integer => "INTEGER";

    public override string Text => "TEXT";

    public override string Bytes => "BLOB";

    public override string Sequence => "INTEGER PRIMARY KEY";

    public override string Clustered => " WITHOUT ROWID";

    // One writer at a time: nobody is met.
    public override string SkipLocked => "";

    // Each statement's outcome is at hand before the next one runs, and costs less than an error.
    public override string OnExisting(string columns) => $"ON CONFLICT ({columns}) DO NOTHING";

    public override string MustChangeOne(string update) => update;

    public override string MustFindNothing(string query) => query;

    public override string FindSchemaVersion => "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'";

    public override IReadOnlyList<string> WidenTables => SqliteSearchSchema.WidenTables;

    public override IReadOnlyList<string> IndexWords => SqliteSearchSchema.IndexWords;

    public override string OnWholeValues => "";

    public override string LowerId => "lower(id)";

    // A key is the row's number: nothing is quicker to look up, and each index has it at hand.
    public override SearchRow SearchRow { get; } = new(
        "key", "key", "key, request", "(SELECT key FROM request WHERE id = @request), @request", "key = (SELECT key FROM request WHERE id = @request)");

    public override bool MergesWalks => true;

    public override string Along(string index) => $" INDEXED BY {index}";

    public override string Among(string keys) => $"request NOT INDEXED WHERE key IN ({keys})";

    // Beginnings that no index has are gathered from all titles before the first is told, so words are looked for whole first; where those
    // are enough nothing more is looked for: an empty phrase is nowhere. In quotation marks no word is an operator.
    public override string WithWords(IReadOnlyList<string> words, Func<string, string> parameter)
    {
        var whole = parameter(string.Join(" AND ", words.Select(word => $"\"{word}\"")));
        var beginning = parameter(string.Join(" AND ", words.Select(word => $"\"{word}\" *")));
        return $"{Newest(whole)} UNION ALL {Newest($"CASE WHEN (SELECT COUNT(*) FROM ({Newest(whole)}) AS found) < {RequestQuery.MostFound} THEN {beginning} ELSE '\"\"' END")}";
    }

    private static string Newest(string match) => string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT rowid FROM (SELECT rowid FROM request_words WHERE request_words MATCH {match} ORDER BY rowid DESC LIMIT {RequestQuery.MostFound}) AS words");
}
