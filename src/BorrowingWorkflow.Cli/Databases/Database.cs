using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Relational;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Cli.Databases;

/// <summary>The database that a command works on, with the workflow over it as a host has it.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly RelationalWorkflowStore _store;

    /// <param name="store">The store; the database disposes of it.</param>
    /// <param name="clock">The time that the workflow goes by.</param>
    /// <param name="items">The local catalogue, where it is known.</param>
    /// <param name="build">Sets the workflow up; null: as for a replay, where effects count as done.</param>
    public Database(RelationalWorkflowStore store, TimeProvider clock, IItemSource? items, Action<BorrowingWorkflowBuilder>? build = null)
    {
        _store = store;
        var services = new ServiceCollection();
        services.AddSingleton<IWorkflowStore>(_store);
        services.AddSingleton(clock);
        if (items is not null)
        {
            services.AddSingleton(items);
        }

        services.AddBorrowingWorkflow(build ?? (builder => builder.Configure(options => options.EffectsAreDone = true)));
        _services = services.BuildServiceProvider();
    }

    public IWorkflowStore Store => _store;

    /// <summary>A part of the workflow.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _store.DisposeAsync();
    }
}
