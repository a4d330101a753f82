using System.Data.Common;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>The terms by which a request is searched, as they are stored.</summary>
internal static class SearchTerms
{
    private const int BatchSize = 1000;

    /// <summary>The words of a title in one text.</summary>
    public static string? Words(string? title)
    {
        var words = SearchWords.Of(title);
        return words.Count == 0 ? null : string.Join(' ', words);
    }

    /// <summary>Writes the terms of requests that were stored before there were any, a batch at a time.</summary>
    public static void Fill(DbTransaction transaction)
    {
        var last = "";
        List<(string Request, string? Title, string?[] Identifiers)> batch = [];
        do
        {
            batch.Clear();
            using (var read = Command(transaction, $"SELECT request, title, isbn, issn, oclc, doi FROM request_search WHERE request > @last ORDER BY request LIMIT {BatchSize}", ("last", last)))
            using (var rows = read.ExecuteReader())
            {
                while (rows.Read())
                {
                    batch.Add((rows.GetString(0), TextOrNull(rows, 1), [.. Enumerable.Range(2, 4).Select(column => TextOrNull(rows, column))]));
                }
            }

            foreach (var (request, title, identifiers) in batch)
            {
                using var write = Command(
                    transaction,
                    "UPDATE request_search SET words = @words, isbn = @isbn, issn = @issn, oclc = @oclc, doi = @doi WHERE request = @request",
                    ("request", request),
                    ("words", Words(title)),
                    ("isbn", Identifier(identifiers[0])),
                    ("issn", Identifier(identifiers[1])),
                    ("oclc", Identifier(identifiers[2])),
                    ("doi", Identifier(identifiers[3])));
                write.ExecuteNonQuery();
                last = request;
            }
        }
        while (batch.Count == BatchSize);
    }

    private static string? Identifier(string? stored) => SqlText.Of(SearchWords.Identifier(stored is null ? null : SqlText.Read(stored)));

    private static string? TextOrNull(DbDataReader rows, int column) => rows.IsDBNull(column) ? null : SqlText.Read(rows.GetString(column));

    private static DbCommand Command(DbTransaction transaction, string sql, params (string Name, string? Value)[] values)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = System.Data.DbType.String;
            parameter.Value = (object?)value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
