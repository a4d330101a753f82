using BorrowingWorkflow.Benchmarks.Saga;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>
/// The same lives of requests through the engine with the store in memory and through a MassTransit saga with its repository in memory:
/// on the mediator, and on the bus in memory. Only inputs that were processed to the end count.
/// </summary>
internal static class SagaBenchmark
{
    private const int Requests = 4_000;
    private const int Callers = 16;

    public static async Task RunAsync(int rounds)
    {
        Guid[] ids = [.. Enumerable.Range(1, Requests).Select(number => new Guid(number, 0, 0, new byte[8]))];
        WorkflowInput[][] lives = [.. ids.Select((id, number) => LoanLife.Of(id, number))];
        SagaStep[][] steps = [.. lives.Select(life => life.Select(SagaStep.Of).ToArray())];
        var calls = Share(steps.SelectMany(life => life));
        SagaStep[][][] waves = [.. Enumerable.Range(0, LoanLife.Length).Select(step => Share(steps.Select(life => life[step])))];
        await CompareAsync("mediator", () => Task.FromResult(SagaHost.OnMediator()), host => PublishAsync(host, calls));
        await CompareAsync("bus", SagaHost.OnBusAsync, host => PublishInWavesAsync(host, waves));

        async Task CompareAsync(string on, Func<Task<SagaHost>> start, Func<SagaHost, Task> run)
        {
            var inputs = Requests * LoanLife.Length;
            var shares = Shares.Of(lives.SelectMany(life => life), Callers, static input => input.Request);
            var (store, host) = (new InMemoryWorkflowStore(), await start());
            var check = () => Task.CompletedTask;
            var (ours, other) = await Measure.InTurnsAsync(
                rounds,
                async () =>
                {
                    var engine = Term.Engine(store);
                    await Shares.RunAsync(shares, (share, _) => Term.ReplayAsync(engine, share));
                    check = () => EnsureCompletedAsync(store, ids);
                },
                async () =>
                {
                    await run(host);
                    check = () => host.EnsureCompletedAsync(ids);
                },
                async () =>
                {
                    await check();
                    await host.DisposeAsync();
                    (store, host) = (new(), await start());
                });
            await check();
            await host.DisposeAsync();
            Measure.Print(
                $"{inputs} inputs, {Callers} callers, saga on the {on}",
                $"{inputs / ours.TotalSeconds:0}/s, MassTransit {inputs / other.TotalSeconds:0}/s: {other / ours:0.0} times",
                "5 times",
                other / ours >= 5);
        }
    }

    private static SagaStep[][] Share(IEnumerable<SagaStep> steps) => Shares.Of(steps, Callers, static step => new RequestId(step.Saga.ToString()));

    private static Task PublishAsync(SagaHost host, SagaStep[][] shares) => Shares.RunAsync(shares, async (share, _) =>
    {
        foreach (var step in share)
        {
            await step.PublishAsync(host.Endpoint);
        }
    });

    /// <summary>
    /// A bus does not tell a publisher when its message was processed, and messages of one request must not overtake each other: all
    /// requests take the same step, as many at once as the bus likes, before any takes the next.
    /// </summary>
    private static async Task PublishInWavesAsync(SagaHost host, SagaStep[][][] waves)
    {
        foreach (var wave in waves)
        {
            var processed = host.Progress.WaitFor(Requests);
            await PublishAsync(host, wave);
            await processed;
        }
    }

    private static async Task EnsureCompletedAsync(InMemoryWorkflowStore store, IEnumerable<Guid> requests)
    {
        foreach (var id in requests)
        {
            if (await store.FindAsync(id.ToString()) is not { Status: BorrowingStatus.RequestCompleted, Version: LoanLife.Length })
            {
                throw new InvalidOperationException($"The request {id} did not come to the end of its life.");
            }
        }
    }
}
