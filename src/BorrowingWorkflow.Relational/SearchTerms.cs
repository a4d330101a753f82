using System.Data;
using System.Data.Common;
using System.Globalization;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>The terms by which a request is searched, as they are stored.</summary>
internal static class SearchTerms
{
    private const int BatchSize = 1000;

    /// <summary>The columns of identifiers, as <see cref="SearchWords.Identifier"/> makes them.</summary>
    public static readonly IReadOnlyList<string> Identifiers = ["isbn", "issn", "oclc", "doi"];

    /// <summary>The columns that are found by all that they hold.</summary>
    public static readonly IReadOnlyList<string> Exact = ["patron", "external_id", .. Identifiers];

    private static readonly string Read = string.Create(
        CultureInfo.InvariantCulture,
        $"SELECT key, title, {string.Join(", ", Identifiers)} FROM request_search WHERE key > @key ORDER BY key LIMIT {BatchSize}");

    private static readonly string Write =
        $"UPDATE request_search SET words = @words, {string.Join(", ", Identifiers.Select(column => $"{column} = @{column}"))} WHERE key = @key";

    /// <summary>The words of a title in one text; null where it has none.</summary>
    public static string? Words(string? title)
    {
        var words = SearchWords.Of(title);
        return words.Count == 0 ? null : string.Join(' ', words);
    }

    /// <summary>An identifier; null where there is none.</summary>
    public static string? Identifier(string? given) => SqlText.Of(SearchWords.Identifier(given));

    /// <summary>Writes the terms of requests that were stored before there were any, a batch at a time.</summary>
    public static void Fill(DbTransaction transaction)
    {
        using var read = SchemaUpgrade.Command(transaction, Read);
        using var write = SchemaUpgrade.Command(transaction, Write);
        var last = Add(read, "@key", DbType.Int64);
        var key = Add(write, "@key", DbType.Int64);
        DbParameter[] terms = [Add(write, "@words", DbType.String), .. Identifiers.Select(column => Add(write, "@" + column, DbType.String))];
        last.Value = 0L;
        List<(long Key, string?[] Terms)> batch = [];
        do
        {
            batch.Clear();
            using (var rows = read.ExecuteReader())
            {
                while (rows.Read())
                {
                    batch.Add((rows.GetInt64(0), [Words(TextOrNull(rows, 1)), .. Identifiers.Select((_, i) => Identifier(TextOrNull(rows, i + 2)))]));
                }
            }

            foreach (var (row, values) in batch)
            {
                last.Value = key.Value = row;
                for (var i = 0; i < terms.Length; i++)
                {
                    terms[i].Value = (object?)values[i] ?? DBNull.Value;
                }

                write.ExecuteNonQuery();
            }
        }
        while (batch.Count == BatchSize);
    }

    private static string? TextOrNull(DbDataReader rows, int column) => rows.IsDBNull(column) ? null : SqlText.Read(rows.GetString(column));

    private static DbParameter Add(DbCommand command, string name, DbType type)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.DbType) = (name, type);
        command.Parameters.Add(parameter);
        return parameter;
    }
}
