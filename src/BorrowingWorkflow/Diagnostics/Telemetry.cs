using System.Diagnostics;
using System.Diagnostics.Metrics;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Diagnostics;

/// <summary>The activity source and the meter named <c>BorrowingWorkflow</c>. Tags carry triggers, verdicts and statuses; never a patron.</summary>
internal static class Telemetry
{
    public const string Name = "BorrowingWorkflow";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Verdicts = Meter.CreateCounter<long>(
        "borrowing.verdicts", "{input}", "Inputs, by trigger and verdict.");

    private static readonly Histogram<double> StatusDurations = Meter.CreateHistogram<double>(
        "borrowing.status.duration", "s", "How long requests were in the status that they leave, by that status.",
        advice: new() { HistogramBucketBoundaries = [60, 600, 3600, 21_600, 86_400, 172_800, 345_600, 604_800, 1_209_600, 2_592_000, 7_776_000] });

    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>(
        "borrowing.save.conflicts", "{conflict}", "Saves that were decided again because somebody else saved in between.");

    private static readonly Counter<long> Sends = Meter.CreateCounter<long>(
        "borrowing.sends", "{message}", "Attempts to send a message to a partner, by effect and outcome.");

    private static readonly Counter<long> Effects = Meter.CreateCounter<long>(
        "borrowing.effects", "{effect}", "Attempts to carry out an effect, by effect and outcome.");

    public static Activity? Start(WorkflowInput input)
    {
        var activity = Source.StartActivity("borrowing.decide");
        activity?.SetTag("borrowing.request", input.Request.Value);
        activity?.SetTag("borrowing.trigger", input.Trigger.ToString());
        return activity;
    }

    public static void Decided(Activity? activity, WorkflowInput input, TransitionResult result)
    {
        activity?.SetTag("borrowing.verdict", result.Verdict.ToString());
        activity?.SetTag("borrowing.status", result.Status.ToString());
        if (Verdicts.Enabled)
        {
            Verdicts.Add(1, new("borrowing.trigger", input.Trigger.ToString()), new("borrowing.verdict", result.Verdict.ToString()));
        }
    }

    /// <summary>Records how long a request was in the status that an input has led it out of; nothing where it stays or is new.</summary>
    public static void Left(BorrowingRequest? before, BorrowingStatus after, DateTimeOffset now)
    {
        if (StatusDurations.Enabled && before is not null && before.Status != after)
        {
            StatusDurations.Record((now - before.EnteredAt).TotalSeconds, new KeyValuePair<string, object?>("borrowing.status", before.Status.ToString()));
        }
    }

    public static void Conflict() => Conflicts.Add(1);

    public static void Sent(EffectKind kind, Delivery delivery) =>
        Sends.Add(1, new("borrowing.effect", kind.ToString()), new("borrowing.outcome", delivery.ToString()));

    public static void CarriedOut(EffectKind kind, bool done) =>
        Effects.Add(1, new("borrowing.effect", kind.ToString()), new("borrowing.outcome", done ? "Done" : "Retry"));
}
