using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Sqlite;
using BorrowingWorkflow.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>The database that a command works on, with the workflow over it as a host has it.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SqliteWorkflowStore _store;

    private Database(string path, TimeProvider clock, IItemSource? items)
    {
        _store = new SqliteWorkflowStore(path);
        var services = new ServiceCollection();
        services.AddSingleton<IWorkflowStore>(_store);
        services.AddSingleton(clock);
        if (items is not null)
        {
            services.AddSingleton(items);
        }

        services.AddBorrowingWorkflow(builder => builder.Configure(options => options.EffectsAreDone = true));
        _services = services.BuildServiceProvider();
    }

    public IWorkflowStore Store => _store;

    /// <summary>A part of the workflow.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Opens a database that has to be there.</summary>
    /// <exception cref="BadInputException">It is not there, or not usable.</exception>
    public static Task<Database> OpenAsync(string path, Desk desk, IItemSource? items, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new BadInputException($"{path} is a folder. Name the database file in it.");
        }

        return File.Exists(path) && new FileInfo(path).Length > 0
            ? OpenAsync(path, desk.Clock, items, cancellationToken)
            : throw new BadInputException($"There is no database {path}. Check the path, or make one: borrowing replay EVENTS.jsonl --db {path}");
    }

    /// <summary>Opens a database, and makes it where there is none.</summary>
    /// <exception cref="BadInputException">It is not usable.</exception>
    public static Task<Database> OpenOrCreateAsync(string path, TimeProvider clock, CancellationToken cancellationToken) => Directory.Exists(path)
        ? throw new BadInputException($"{path} is a folder. Name a database file in it.")
        : OpenAsync(path, clock, null, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _store.DisposeAsync();
    }

    private static async Task<Database> OpenAsync(string path, TimeProvider clock, IItemSource? items, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains(":memory:", StringComparison.OrdinalIgnoreCase))
        {
            throw new BadInputException("--db names a file on a local disk.");
        }

        if (IsSomethingElses(path))
        {
            throw new BadInputException($"{path} is a database of another program. Give --db another path.");
        }

        var database = new Database(path, clock, items);
        try
        {
            // The first read opens the file and brings its schema up to date.
            await database.Store.LatestRunsAsync(cancellationToken);
            return database;
        }
        catch (StoreUnavailableException error)
        {
            await database.DisposeAsync();
            throw new BadInputException(error.Message);
        }
    }

    /// <summary>True where another program's tables are in the file: the store would put its own beside them.</summary>
    private static bool IsSomethingElses(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) > 0 AND SUM(name = 'schema_version') = 0 FROM sqlite_master";
            return command.ExecuteScalar() is 1L;
        }
        catch (SqliteException)
        {
            // The store says in words what is wrong with it.
            return false;
        }
    }
}
