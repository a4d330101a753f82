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
    private bool _isOver;

    /// <summary>Fills a batch; false where no row is left. A connection that is cut before the first row is replaced once.</summary>
    public async ValueTask<bool> FillAsync<T>(
        Statement statement, List<T> batch, int size, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        batch.Clear();
        var mayRepeat = _rows is null;
        while (true)
        {
            try
            {
                if (_rows is null)
                {
                    _connection = await database.RentAsync(isUnsure: false, cancellationToken).ConfigureAwait(false);
                    _command = ServerStatement.Of(statement).Command(_connection, []);
                    _rows = await _command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                }

                var isRow = true;
                while (batch.Count < size && (isRow = await _rows.ReadAsync(cancellationToken).ConfigureAwait(false)))
                {
                    batch.Add(read(_rows));
                }

                _isOver = !isRow;
                return batch.Count > 0;
            }
            catch (NpgsqlException fault) when (mayRepeat && batch.Count == 0 && PostgreSqlDatabase.Passes(fault))
            {
                // Nothing was read, so nothing is read twice.
                mayRepeat = false;
                await CloseAsync().ConfigureAwait(false);
                database.ForgetIdle(fault);
            }
            catch (NpgsqlException fault)
            {
                throw database.Explain(fault);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_rows is not null && !_isOver)
        {
            // Who leaves half-way does not want the rest sent.
            _command!.Cancel();
        }

        return CloseAsync();
    }

    private async ValueTask CloseAsync()
    {
        if (_rows is not null)
        {
            await _rows.DisposeAsync().ConfigureAwait(false);
            _rows = null;
        }

        if (_command is not null)
        {
            await _command.DisposeAsync().ConfigureAwait(false);
            _command = null;
        }

        if (_connection is not null)
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
            _connection = null;
        }
    }
}
