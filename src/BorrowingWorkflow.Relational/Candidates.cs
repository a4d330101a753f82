using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Relational;

/// <summary>The requests that a patron or a text leaves, as a query for their keys.</summary>
internal sealed class Candidates
{
    private readonly SqlDialect _dialect;
    private readonly Func<string, object?, string> _parameter;

    private Candidates(SqlDialect dialect, Func<string, object?, string> parameter) => (_dialect, _parameter) = (dialect, parameter);

    private string Key => _dialect.SearchRow.Key;

    /// <summary>The query; null where neither patron nor text is asked for.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="dialect">The database's dialect.</param>
    /// <param name="parameter">Takes a parameter's name and value, and gives the name back.</param>
    public static string? Of(RequestQuery query, SqlDialect dialect, Func<string, object?, string> parameter)
    {
        var candidates = new Candidates(dialect, parameter);
        var byText = query.Text is null ? null : candidates.WithText(SearchText.Of(query.Text));
        return query.Patron is null ? byText : candidates.OfPatron(query.Patron, byText);
    }

    private string OfPatron(string patron, string? byText) =>
        $"SELECT {Key} FROM request_search WHERE patron = {_parameter("@patron", SqlText.Of(patron))}{(byText is null ? "" : $" AND {Key} IN ({byText})")}";

    private string WithText(SearchText text)
    {
        List<string> ways = [];
        if (text.Id is { } id)
        {
            ways.Add(WithId(id));
        }

        if (text.Whole.Length > 0)
        {
            ways.Add($"SELECT {Key} FROM request_search WHERE external_id = {_parameter("@whole", SqlText.Of(text.Whole))}");
        }

        if (text.Identifier is { } identifier)
        {
            _parameter("@identifier", SqlText.Of(identifier));
            ways.AddRange(SearchTerms.Identifiers.Select(column => $"SELECT {Key} FROM request_search WHERE {column} = @identifier"));
        }

        if (text.Words.Count > 0)
        {
            var number = 0;
            ways.Add(_dialect.WithWords(text.Words, value => _parameter($"@word_{(char)('a' + number++)}", value)));
        }

        return ways.Count == 0 ? $"SELECT {Key} FROM request_search WHERE 1 = 0" : string.Join(" UNION ALL ", ways);
    }

    private string WithId(string id)
    {
        var before = TextRange.After(id) is { } end ? $" AND lower(id) < {_parameter("@id_before", end)}" : "";
        return $"SELECT {_dialect.SearchRow.RequestKey} FROM (SELECT {_dialect.SearchRow.RequestKey} FROM request{_dialect.Along("request_lower_id")} "
            + $"WHERE lower(id) >= {_parameter("@id_from", id)}{before} ORDER BY lower(id) DESC LIMIT {RequestQuery.MostFound}) AS ids";
    }
}
