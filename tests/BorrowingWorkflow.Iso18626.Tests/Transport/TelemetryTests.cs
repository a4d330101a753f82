using System.Diagnostics;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Peers;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>What the activity source and the meter tell of an exchange.</summary>
public class TelemetryTests
{
    [Theory]
    [InlineData(200, "Confirmed", ActivityStatusCode.Ok, null)]
    [InlineData(500, "Unclear", ActivityStatusCode.Error, "HTTP 500")]
    public async Task An_exchange_is_an_activity_and_a_measurement(int status, string outcome, ActivityStatusCode code, string? why)
    {
        var partner = $"CSUN-{status}";
        List<Activity> activities = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "BorrowingWorkflow",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            // Other tests run beside this one.
            ActivityStopped = activity =>
            {
                if (Equals(activity.GetTagItem("borrowing.partner"), partner))
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var meter = new MetricCollector<double>(null, "BorrowingWorkflow", "borrowing.iso18626.exchanges");
        await using var wire = new Wire(
            status == 200 ? Answers.Ok : Answers.Status(status),
            peer => peer with { Partner = partner, Credentials = new PeerCredentials { ApiKey = "key-4711" } },
            options => options.SendPatronId = true);
        wire.Server.Answer = Slowly(wire, wire.Server.Answer);

        await wire.SendAsync(Sends.Of(EffectKind.SendNote, text: Sends.Secret, partner: partner));

        var activity = Assert.Single(activities);
        Assert.Equal(("borrowing.iso18626.send", ActivityKind.Client, code, why), (activity.OperationName, activity.Kind, activity.Status, activity.StatusDescription));
        Assert.Equal(
            [("borrowing.effect", "SendNote"), ("borrowing.outcome", outcome), ("borrowing.partner", partner), ("borrowing.request", "R-1")],
            activity.TagObjects.Select(tag => (tag.Key, (string)tag.Value!)).Order());
        var measured = Assert.Single(meter.GetMeasurementSnapshot(), one => Equals(one.Tags["borrowing.partner"], partner));
        Assert.Equal((2.0, outcome), (measured.Value, measured.Tags["borrowing.outcome"]));
    }

    private static Func<RawRequest, Stream, Task<bool>> Slowly(Wire wire, Func<RawRequest, Stream, Task<bool>> answer) => (request, stream) =>
    {
        wire.Clock.Advance(TimeSpan.FromSeconds(2));
        return answer(request, stream);
    };
}
