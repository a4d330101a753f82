using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using BorrowingWorkflow.Relational;
using Npgsql;
using NpgsqlTypes;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>A statement as the server reads it: parameters by their number, each with its type, so that it is parsed once a connection.</summary>
internal sealed partial class ServerStatement
{
    private static readonly ConditionalWeakTable<Statement, ServerStatement> Known = [];
    private static readonly ConcurrentDictionary<(Statement Request, Statement Search), ServerStatement> Joined = [];

    // What is not named here is a 64-bit integer.
    private static readonly FrozenSet<string> Texts = FrozenSet.Create(
        StringComparer.Ordinal,
        "@id", "@request", "@sender", "@message_id", "@library", "@partner", "@assignee", "@name", "@detail", "@external_id", "@title", "@patron",
        "@pickup", "@words", "@isbn", "@issn", "@oclc", "@doi", "@check_id", "@done_by", "@detector", "@subject", "@reason", "@id_from", "@id_before", "@whole", "@identifier");

    private readonly string _text;
    private readonly NpgsqlDbType[] _types;

    private ServerStatement(Statement statement)
    {
        _text = Numbered(statement, 0);
        _types = [.. statement.Parameters.Select(TypeOf)];
    }

    private ServerStatement(ServerStatement main, IReadOnlyList<Statement> besides)
    {
        var text = new StringBuilder("WITH ");
        List<NpgsqlDbType> types = [.. main._types];
        foreach (var statement in besides)
        {
            text.Append("row").Append(types.Count).Append(" AS (").Append(Numbered(statement, types.Count)).Append("), ");
            types.AddRange(statement.Parameters.Select(TypeOf));
        }

        _text = main._text.StartsWith("WITH ", StringComparison.Ordinal)
            ? text.Append(main._text.AsSpan("WITH ".Length)).ToString()
            : text.Remove(text.Length - 2, 1).Append(main._text).ToString();
        _types = [.. types];
    }

    /// <summary>The statement of a call; one of the store's own is translated once.</summary>
    public static ServerStatement Of(Statement statement) => Known.GetValue(statement, static one => new(one));

    /// <summary>
    /// The statements of a save as the commands of a batch. Those that every save begins with are one command: the server's work for a
    /// command is about as much as for a row.
    /// </summary>
    public static IEnumerable<NpgsqlBatchCommand> Save(List<SqlCall> calls)
    {
        var (request, @event, inbox, search) = (calls[0], calls[1], calls[2], calls[3]);
        var rows = Joined.GetOrAdd(
            (request.Statement, search.Statement), key => new(Of(key.Request), [@event.Statement, inbox.Statement, key.Search]));
        yield return rows.BatchCommand([.. request.Values, .. @event.Values, .. inbox.Values, .. search.Values]);
        foreach (var call in calls.Skip(SavePlan.Rows))
        {
            yield return Of(call.Statement).BatchCommand(call.Values);
        }
    }

    /// <summary>Runs a query; the caller disposes of the reader.</summary>
    public static async ValueTask<NpgsqlDataReader> OpenAsync(NpgsqlConnection connection, SqlCall call, CancellationToken cancellationToken)
    {
        var command = Of(call.Statement).Command(connection, call.Values);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a query and makes its answer.</summary>
    public static async ValueTask<T> ReadAsync<T>(NpgsqlConnection connection, SqlCall call, IRows<T> rows, CancellationToken cancellationToken)
    {
        var reader = await OpenAsync(connection, call, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false) && rows.Take(reader))
            {
            }

            return rows.Result();
        }
    }

    /// <summary>A command for the present values.</summary>
    public NpgsqlCommand Command(NpgsqlConnection connection, object?[] values)
    {
        var command = new NpgsqlCommand(_text, connection);
        Fill(command.Parameters, values);
        return command;
    }

    /// <summary>A command of a batch for the present values.</summary>
    public NpgsqlBatchCommand BatchCommand(object?[] values)
    {
        var command = new NpgsqlBatchCommand(_text);
        Fill(command.Parameters, values);
        return command;
    }

    private void Fill(NpgsqlParameterCollection parameters, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            parameters.Add(new() { NpgsqlDbType = _types[i], Value = values[i] is string text ? WellFormed(text) : values[i] ?? DBNull.Value });
        }
    }

    // Half a surrogate pair is no text to the server; the body's writer replaces it likewise.
    private static string WellFormed(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Numbered(Statement statement, int before)
    {
        var numbers = statement.Parameters.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => $"${pair.i + before + 1}", StringComparer.Ordinal);
        return ParameterName().Replace(statement.Text, match => numbers[match.Value]);
    }

    private static NpgsqlDbType TypeOf(string parameter) =>
        parameter == "@body" ? NpgsqlDbType.Bytea : Texts.Contains(parameter) ? NpgsqlDbType.Text : NpgsqlDbType.Bigint;

    [GeneratedRegex("@[a-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterName();
}
