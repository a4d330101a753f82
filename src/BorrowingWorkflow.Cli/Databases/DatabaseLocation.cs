using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Cli.Databases;

/// <summary>Where the requests are, as the call names it. As text, it is what messages call it, without a password.</summary>
internal abstract class DatabaseLocation
{
    /// <summary>The file's path; null where it is no file.</summary>
    public virtual string? File => null;

    public abstract override string ToString();

    /// <summary>Opens a database that has to be there.</summary>
    /// <exception cref="BadInputException">It is not there, or not usable.</exception>
    public async Task<Database> OpenAsync(Desk desk, IItemSource? items, CancellationToken cancellationToken)
    {
        await EnsureUsableAsync(mayBeMade: false, cancellationToken);
        return await OpenAsync(desk.Clock, items, cancellationToken);
    }

    /// <summary>Opens a database, and makes what the requests need where it is not there.</summary>
    /// <exception cref="BadInputException">It is not usable.</exception>
    public async Task<Database> OpenOrCreateAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        await EnsureUsableAsync(mayBeMade: true, cancellationToken);
        return await OpenAsync(clock, null, cancellationToken);
    }

    /// <summary>Opens a database, and makes what is not there, with the workflow set up for requests that live.</summary>
    /// <exception cref="BadInputException">It is not usable.</exception>
    public async Task<Database> OpenLiveAsync(TimeProvider clock, bool mayBeMade, Action<BorrowingWorkflowBuilder> build, CancellationToken cancellationToken)
    {
        await EnsureUsableAsync(mayBeMade, cancellationToken);
        return await OpenAsync(clock, null, cancellationToken, build);
    }

    /// <summary>Opens the store alone. The caller disposes of it.</summary>
    /// <exception cref="BadInputException">It is not usable.</exception>
    public async Task<RelationalWorkflowStore> OpenStoreAsync(bool mayBeMade, CancellationToken cancellationToken)
    {
        await EnsureUsableAsync(mayBeMade, cancellationToken);
        var store = CreateStore();
        return await ReadyAsync(store, store, cancellationToken);
    }

    /// <summary>Looks before the store does, which makes its tables wherever there are none.</summary>
    /// <exception cref="BadInputException">The requests are not there, or something else is.</exception>
    protected abstract Task EnsureUsableAsync(bool mayBeMade, CancellationToken cancellationToken);

    protected abstract RelationalWorkflowStore CreateStore();

    private Task<Database> OpenAsync(TimeProvider clock, IItemSource? items, CancellationToken cancellationToken, Action<BorrowingWorkflowBuilder>? build = null)
    {
        var database = new Database(CreateStore(), clock, items, build);
        return ReadyAsync(database, database.Store, cancellationToken);
    }

    /// <summary>The first read opens the database and brings its schema up to date.</summary>
    private static async Task<T> ReadyAsync<T>(T opened, IWorkflowStore store, CancellationToken cancellationToken)
        where T : IAsyncDisposable
    {
        try
        {
            await store.LatestRunsAsync(cancellationToken);
            return opened;
        }
        catch (StoreUnavailableException error)
        {
            await opened.DisposeAsync();
            throw new BadInputException(error.Message);
        }
    }
}
