using BorrowingWorkflow.Engine;
using BorrowingWorkflow.PostgreSql;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>Plugs the PostgreSQL store into a host.</summary>
public static class PostgreSqlBuilderExtensions
{
    /// <summary>Keeps everything in a PostgreSQL database. It is connected to when it is first used. A store that was chosen before stays.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">As Npgsql reads it, e.g. <c>Host=localhost;Database=borrowing;Username=borrowing</c>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="connectionString"/> is empty; or, thrown when the store is first asked for, is no connection string or names no host.
    /// </exception>
    public static BorrowingWorkflowBuilder UsePostgreSql(this BorrowingWorkflowBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        builder.Services.TryAddSingleton<IWorkflowStore>(_ => new PostgreSqlWorkflowStore(connectionString));
        return builder;
    }

    /// <summary>Keeps everything in the PostgreSQL database of the <see cref="NpgsqlDataSource"/> that the host has registered.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="IncompleteRegistrationException">Thrown when the store is first asked for and there is no data source.</exception>
    public static BorrowingWorkflowBuilder UsePostgreSql(this BorrowingWorkflowBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IWorkflowStore>(provider => new PostgreSqlWorkflowStore(
            provider.GetService<NpgsqlDataSource>()
            ?? throw new IncompleteRegistrationException(nameof(NpgsqlDataSource), "UsePostgreSql with a connection string, or register a data source beside it,")));
        return builder;
    }
}
