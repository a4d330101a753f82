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

    // What is not named here is a 64-bit integer.
    private static readonly FrozenSet<string> Texts = FrozenSet.Create(
        StringComparer.Ordinal,
        "@id", "@request", "@sender", "@message_id", "@library", "@partner", "@assignee", "@name", "@detail", "@external_id", "@title", "@patron",
        "@pickup", "@isbn", "@issn", "@oclc", "@doi", "@check_id", "@done_by", "@detector", "@subject", "@reason");

    private readonly string _text;
    private readonly NpgsqlDbType[] _types;

    private ServerStatement(Statement statement)
    {
        var numbers = statement.Parameters.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => $"${pair.i + 1}", StringComparer.Ordinal);
        _text = ParameterName().Replace(statement.Text, match => numbers[match.Value]);
        _types = [.. statement.Parameters.Select(TypeOf)];
    }

    /// <summary>The statement of a call; one of the store's own is translated once.</summary>
    public static ServerStatement Of(Statement statement) => Known.GetValue(statement, static one => new(one));

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

    private static NpgsqlDbType TypeOf(string parameter) =>
        parameter == "@body" ? NpgsqlDbType.Bytea : Texts.Contains(parameter) ? NpgsqlDbType.Text : NpgsqlDbType.Bigint;

    [GeneratedRegex("@[a-z_]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterName();
}
