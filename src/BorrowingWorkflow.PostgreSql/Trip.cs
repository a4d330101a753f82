using Npgsql;

namespace BorrowingWorkflow.PostgreSql;

/// <summary>Carries the calls of several callers out on one connection, and tells each caller what came of its own.</summary>
internal abstract class Trip<TCall, T>(PostgreSqlDatabase database, bool writes)
    where TCall : PendingCall<T>
{
    protected PostgreSqlDatabase Database => database;

    /// <summary>Begins the calls, and carries out those that were not given up. Does not throw.</summary>
    public async ValueTask RunAsync(IReadOnlyList<TCall> calls)
    {
        List<TCall> left = [.. calls];
        try
        {
            await database.RunAsync(
                async (connection, isUnsure) =>
                {
                    left.RemoveAll(static call => !call.Begin());
                    while (left.Count > 0)
                    {
                        await CarryOutAsync(connection, left, isUnsure).ConfigureAwait(false);
                    }

                    return true;
                },
                // A load changes nothing. A save names the revision that it is based on, so only one of two can be carried out.
                mayRepeat: static () => true,
                writes,
                CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is, those who wait are told.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            left.ForEach(call => call.Fail(fault));
        }
    }

    /// <summary>Carries some of the calls out, tells their callers, and takes them off the list.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="left">The calls that are left.</param>
    /// <param name="isUnsure">True where an earlier attempt may have been carried out after all.</param>
    protected abstract ValueTask CarryOutAsync(NpgsqlConnection connection, List<TCall> left, bool isUnsure);
}
