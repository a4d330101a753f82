using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Hosting.Tests;

public class StopTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task The_effect_in_hand_is_finished_and_those_not_begun_are_handed_back()
    {
        var circulation = new SlowCirculation();
        await using var host = new WorkingHost(services: services => services.AddSingleton<ICirculation>(circulation));
        await QueueTwoAsync(host);
        await host.StartAsync();
        await circulation.Begun.Task.WaitAsync(TimeSpan.FromMinutes(1));

        var stop = host.StopAsync();
        Assert.False(stop.IsCompleted);
        circulation.Finish.SetResult();
        await stop;

        var left = await host.Store.LeaseAsync(host.Clock.GetUtcNow(), 10, Second);
        Assert.Single(circulation.Applied);
        Assert.Equal(1, left.Count(one => one.Effect.Kind == EffectKind.DeleteTemporaryItem));
        Assert.DoesNotContain(circulation.Applied[0], left.Select(one => one.Effect.Id));
    }

    [Fact]
    public async Task A_port_that_takes_too_long_is_interrupted_and_its_effect_comes_again()
    {
        var circulation = new SlowCirculation();
        await using var host = new WorkingHost(services: services => services.AddSingleton<ICirculation>(circulation));
        await QueueTwoAsync(host);
        await host.StartAsync();
        await circulation.Begun.Task.WaitAsync(TimeSpan.FromMinutes(1));

        var stop = host.StopAsync();
        for (var worker = 0; worker < 4; worker++)
        {
            // They stop one after the other, the dispatcher last.
            await host.Clock.RestAsync(TimeSpan.FromSeconds(20));
        }

        host.Clock.Advance(TimeSpan.FromSeconds(20));
        await stop;

        Assert.Empty(circulation.Applied);
        var left = await host.Store.LeaseAsync(host.Clock.GetUtcNow().AddMinutes(6), 10, Second);
        Assert.Equal(2, left.Count(one => one.Effect.Kind == EffectKind.DeleteTemporaryItem));
    }

    private static async Task QueueTwoAsync(WorkingHost host)
    {
        foreach (var id in (RequestId[])["R-1", "R-2"])
        {
            await host.Store.SaveAsync(new()
            {
                Request = await MadeAsync(host, id),
                Expected = Storage.ExpectedVersion.Exactly(1),
                Event = (await host.Workflow.HistoryAsync(id))[0] with { Revision = 2, MessageId = "m2" },
                Key = new(id, "staff", "m2"),
                Effects = [new($"{id}/2/1", id, EffectKind.DeleteTemporaryItem) { At = WorkingHost.Tuesday, NotBefore = WorkingHost.Tuesday }],
            });
        }
    }

    private static async Task<BorrowingRequest> MadeAsync(WorkingHost host, RequestId id)
    {
        await host.ImportAsync(id, BorrowingStatus.RequestCompleted, WorkingHost.Tuesday);
        var request = (await host.Workflow.FindAsync(id))!.Copy();
        request.Revision++;
        return request;
    }

    private sealed class SlowCirculation : ICirculation
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Finish { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<string> Applied { get; } = [];

        public async ValueTask ApplyAsync(Effect effect, BorrowingRequest request, CancellationToken cancellationToken = default)
        {
            Begun.TrySetResult();
            await Finish.Task.WaitAsync(cancellationToken);
            Applied.Add(effect.Id);
        }
    }
}
