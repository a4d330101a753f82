using BorrowingWorkflow.Sqlite;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>Plugs the SQLite store into a host.</summary>
public static class SqliteBuilderExtensions
{
    /// <summary>Keeps everything in a SQLite file. The file is opened when it is first used. A store that was chosen before stays.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="path">The file's path, on a local disk. Its folder must exist; the file need not.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty; or, thrown when the store is first asked for, it names no file.</exception>
    public static BorrowingWorkflowBuilder UseSqlite(this BorrowingWorkflowBuilder builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        builder.Services.TryAddSingleton<IWorkflowStore>(_ => new SqliteWorkflowStore(path));
        return builder;
    }
}
