using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Conventions.Tests.Telemetry;

/// <summary>What the meter measures of a request's life.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Every_input_is_counted_by_trigger_and_verdict()
    {
        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        using var verdicts = new Measured<long>("borrowing.verdicts");

        var received = new WorkflowInput { Request = request.Id, Trigger = Trigger.PartnerWillSupply, By = Actor.Partner, Partner = "CSUN", MessageId = "m-1" };
        await world.Workflow.ReceiveAsync(received);
        await world.Workflow.ReceiveAsync(received);
        await world.StaffAsync(request.Id, Trigger.ScanIn);

        Assert.Equal([("PartnerWillSupply Applied", 1), ("PartnerWillSupply Duplicate", 1), ("ScanIn Refused", 1)], verdicts.All);
    }

    [Fact]
    public async Task A_deadline_that_fires_is_counted_as_the_systems_input()
    {
        await using var world = new BorrowingWorld();
        await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        using var verdicts = new Measured<long>("borrowing.verdicts");

        await world.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Contains(("PartnerExpired Applied", 1), verdicts.All);
    }

    [Fact]
    public async Task The_time_in_a_status_is_measured_when_it_is_left()
    {
        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        using var durations = new Measured<double>("borrowing.status.duration");

        world.Clock.Advance(TimeSpan.FromHours(5));
        await world.PartnerAsync(request.Id, "CSUN", Trigger.PartnerWillSupply);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.StaffAsync(request.Id, Trigger.AddNote, new() { Text = "still here" });
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.PartnerAsync(request.Id, "CSUN", Trigger.PartnerShipped);

        Assert.Equal([("RequestSentToPartner", 5 * 3600.0), ("WillSupply", 2 * 3600.0)], durations.All);
    }

    [Fact]
    public async Task Attempts_are_counted_by_effect_and_outcome()
    {
        await using var world = new BorrowingWorld();
        using var sends = new Measured<long>("borrowing.sends");
        using var effects = new Measured<long>("borrowing.effects");
        world.Partner("CSUN").OnRequest.Fails().Arrives();

        var request = await world.RequestInAsync(BorrowingStatus.ReadyToBeSent);
        await world.AdvanceAsync(TimeSpan.FromHours(12));
        await world.PartnerAsync(request.Id, "CSUN", Trigger.PartnerShipped);
        await world.StaffAsync(request.Id, Trigger.Receive);
        await world.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal(["SendRequest NotDelivered", "RetrySend Delivered", "SendReceived Delivered"], sends.All.Select(one => one.Tags));
        Assert.Contains(effects.All, one => one.Tags.EndsWith(" Done", StringComparison.Ordinal));
        Assert.All([.. sends.All, .. effects.All], one => Assert.Equal(1, one.Value));
    }

    [Fact]
    public async Task A_save_that_somebody_else_was_before_is_a_conflict()
    {
        var store = new InMemoryWorkflowStore();
        await using (var before = new BorrowingWorld(new() { Store = store }))
        {
            await before.RequestInAsync(BorrowingStatus.RequestSentToPartner, new() { Id = new("R-1") });
        }

        await using var world = new BorrowingWorld(new() { Store = SaveConflicts.Before(store) });
        using var conflicts = new Measured<long>("borrowing.save.conflicts");

        var result = await world.PartnerAsync(new("R-1"), "CSUN", Trigger.PartnerWillSupply);

        Assert.Equal(Verdict.Applied, result.Verdict);
        Assert.Equal([("", 1L)], conflicts.All);
    }

    [Fact]
    public async Task What_waits_is_counted_by_a_host_that_is_measured()
    {
        await using var world = new BorrowingWorld();
        await world.RequestInAsync(BorrowingStatus.ReadyToBeSent);
        var backlog = await world.Store.BacklogAsync(world.Clock.GetUtcNow());
        world.Clock.Advance(TimeSpan.FromMinutes(3));
        using var depth = new Measured<long>("borrowing.queue.depth");
        using var age = new Measured<double>("borrowing.queue.age");
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(world.Store).AddSingleton<TimeProvider>(world.Clock);
        builder.Services.AddBorrowingWorkflow(_ => { });
        builder.Services.AddBorrowingWorkers();
        foreach (var worker in builder.Services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name != "BacklogWorker").ToList())
        {
            builder.Services.Remove(worker);
        }

        using var host = builder.Build();
        await host.StartAsync();
        await age.WaitAsync();
        await host.StopAsync();

        Assert.NotEqual(0, backlog.Effects);
        Assert.Equal(backlog.Effects, depth.All.First(one => one.Tags == "effects").Value);
        Assert.Equal(180, age.All.First(one => one.Tags == "effects").Value);
    }
}
