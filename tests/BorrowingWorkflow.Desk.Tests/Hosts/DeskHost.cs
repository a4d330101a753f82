using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Desk.Tests.Hosts;

/// <summary>A host with a desk, on a port of its own of this machine. Its clock stands until the test moves it, and no worker runs.</summary>
internal sealed class DeskHost(WebApplication app, BorrowingWorld world, IWorkflowStore? store, DirectoryInfo folder) : IAsyncDisposable
{
    /// <summary>The last afternoon of the terms, a Friday.</summary>
    public static readonly DateTimeOffset LastAfternoon = new(2026, 12, 18, 17, 0, 0, TimeSpan.Zero);

    /// <summary>The host's address, without the desk's path.</summary>
    public Uri Address { get; } = new(app.Urls.Single());

    /// <summary>What is on the host's store beside the desk: partners, and effects that are carried out when the world's time is advanced.</summary>
    public BorrowingWorld World => world;

    public FakeTimeProvider Clock => world.Clock;

    public IBorrowingWorkflow Workflow => Get<IBorrowingWorkflow>();

    public FakeLogCollector Logs => app.Services.GetFakeLogCollector();

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    /// <summary>Waits for the first scan, so that pages have its findings.</summary>
    public Task FindAnomaliesAsync() => Get<FindingsBoard>().StartIfDue() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await world.DisposeAsync();
        if (store is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
