using System.Diagnostics;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Fakes;

namespace BorrowingWorkflow.Conventions.Tests.Telemetry;

/// <summary>What the activity source tells of a request's life.</summary>
public sealed class ActivitiesTests
{
    [Fact]
    public async Task A_decision_is_an_activity_with_codes_and_without_the_patron()
    {
        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        List<Activity> activities = [];
        using var listener = Listening(activities);

        await world.PartnerAsync(request.Id, "CSUN", Trigger.PartnerWillSupply, new() { Text = "for the patron" });

        var activity = Assert.Single(activities);
        Assert.Equal(("borrowing.decide", ActivityKind.Internal), (activity.OperationName, activity.Kind));
        Assert.Equal(
            [
                ("borrowing.request", request.Id.Value), ("borrowing.status", "WillSupply"),
                ("borrowing.trigger", "PartnerWillSupply"), ("borrowing.verdict", "Applied"),
            ],
            activity.TagObjects.Select(tag => (tag.Key, (string)tag.Value!)).Order());
    }

    [Fact]
    public async Task A_deadline_that_fires_is_an_activity()
    {
        await using var world = new BorrowingWorld();
        await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        List<Activity> activities = [];
        using var listener = Listening(activities);

        await world.AdvanceAsync(TimeSpan.FromDays(30));

        Assert.Contains(activities, activity => Equals(activity.GetTagItem("borrowing.trigger"), "PartnerExpired"));
    }

    private static ActivityListener Listening(List<Activity> activities)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "BorrowingWorkflow",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
