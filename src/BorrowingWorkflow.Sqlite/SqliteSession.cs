using BorrowingWorkflow.Relational;
using Microsoft.Data.Sqlite;

namespace BorrowingWorkflow.Sqlite;

/// <summary>An open connection with the statements that were prepared on it. For one thread at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    // A list's text depends on its conditions; there are few in use, but nothing says how few.
    private const int MostQueries = 64;

    private readonly Dictionary<Statement, SqliteCommand> _prepared = [];
    private readonly Dictionary<string, SqliteCommand> _queries = new(StringComparer.Ordinal);

    /// <summary>The connection.</summary>
    public SqliteConnection Connection => connection;

    /// <summary>Runs a statement and tells how many rows it changed.</summary>
    public int Execute(in SqlCall call) => Prepared(call).ExecuteNonQuery();

    /// <summary>Runs a query and makes its answer.</summary>
    /// <param name="call">The query.</param>
    /// <param name="rows">Makes the answer.</param>
    /// <param name="isBuilt">True where its text was built for its conditions, false for one of the store's own.</param>
    public T Read<T>(in SqlCall call, IRows<T> rows, bool isBuilt = false)
    {
        using var reader = isBuilt ? Built(call).ExecuteReader() : Open(call);
        while (reader.Read() && rows.Take(reader))
        {
        }

        return rows.Result();
    }

    /// <summary>Runs a query that is one of the store's own.</summary>
    public SqliteDataReader Open(in SqlCall call) => Prepared(call).ExecuteReader();

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _prepared.Values.Concat(_queries.Values))
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private SqliteCommand Built(in SqlCall call)
    {
        if (!_queries.TryGetValue(call.Statement.Text, out var command))
        {
            if (_queries.Count == MostQueries)
            {
                foreach (var old in _queries.Values)
                {
                    old.Dispose();
                }

                _queries.Clear();
            }

            _queries.Add(call.Statement.Text, command = Prepare(call.Statement));
        }

        SetValues(command, call.Values);
        return command;
    }

    private SqliteCommand Prepared(in SqlCall call)
    {
        if (!_prepared.TryGetValue(call.Statement, out var command))
        {
            _prepared.Add(call.Statement, command = Prepare(call.Statement));
        }

        SetValues(command, call.Values);
        return command;
    }

    private SqliteCommand Prepare(Statement statement)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement.Text;
        foreach (var name in statement.Parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name, Value = DBNull.Value });
        }

        command.Prepare();
        return command;
    }

    private static void SetValues(SqliteCommand command, object?[] values)
    {
        var parameters = command.Parameters;
        for (var i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }
}
