using System.Data.Common;
using BorrowingWorkflow.Relational;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>The rows of a query, a batch at a time, on a connection that is held until the last one.</summary>
internal sealed class RowStream(PostgreSqlDatabase database) : IAsyncDisposable
{
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _command;
    private NpgsqlDataReader? _rows;

    /// <summary>Fills a batch; false where no row is left.</summary>
    public async ValueTask<bool> FillAsync<T>(
        Statement statement, List<T> batch, int size, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        batch.Clear();
        try
        {
            if (_rows is null)
            {
                _connection = await database.RentAsync(isUnsure: false, cancellationToken).ConfigureAwait(false);
                _command = ServerStatement.Of(statement).Command(_connection, []);
                _rows = await _command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            }

            while (batch.Count < size && await _rows.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                batch.Add(read(_rows));
            }
        }
        catch (NpgsqlException fault)
        {
            throw database.Explain(fault);
        }

        return batch.Count > 0;
    }

    public async ValueTask DisposeAsync()
    {
        if (_rows is not null)
        {
            // Who leaves half-way does not want the rest sent.
            _command!.Cancel();
            await _rows.DisposeAsync().ConfigureAwait(false);
        }

        if (_command is not null)
        {
            await _command.DisposeAsync().ConfigureAwait(false);
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
