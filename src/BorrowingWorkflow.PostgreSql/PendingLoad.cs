using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>A request that is to be loaded.</summary>
internal sealed class PendingLoad(SqlCall call) : PendingCall<LoadedRequest>
{
    public SqlCall Call => call;

    /// <summary>Reads the answer. One that can't be understood fails its own caller only.</summary>
    public async ValueTask ReadAsync(NpgsqlDataReader reader)
    {
        var rows = new LoadRows();
        Exception? fault = null;
        while (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            try
            {
                rows.Take(reader);
            }
            catch (Exception error) when (error is not NpgsqlException)
            {
                fault ??= error;
            }
        }

        if (fault is null)
        {
            Complete(rows.Result());
        }
        else
        {
            Fail(fault);
        }
    }
}
