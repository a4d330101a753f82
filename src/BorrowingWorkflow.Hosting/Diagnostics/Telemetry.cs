using System.Diagnostics.Metrics;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Hosting.Diagnostics;

/// <summary>What this package adds to the meter named <c>BorrowingWorkflow</c>.</summary>
internal static class Telemetry
{
    private static readonly Meter Meter = new(BorrowingWorkflow.Diagnostics.Telemetry.Name);
    private static readonly Gauge<long> Depth = Meter.CreateGauge<long>(
        "borrowing.queue.depth", "{item}", "What waits: effects that are undelivered, deadlines that are due, by queue.");

    private static readonly Gauge<double> Age = Meter.CreateGauge<double>(
        "borrowing.queue.age", "s", "How long the oldest of what waits has waited, 0 where nothing waits, by queue.");

    /// <summary>True where somebody listens.</summary>
    public static bool IsCollected => Depth.Enabled || Age.Enabled;

    public static void Waiting(Backlog backlog, DateTimeOffset now)
    {
        Record("effects", backlog.Effects, backlog.OldestEffect);
        Record("deadlines", backlog.Deadlines, backlog.OldestDeadline);

        void Record(string queue, long depth, DateTimeOffset? oldest)
        {
            var tag = new KeyValuePair<string, object?>("borrowing.queue", queue);
            Depth.Record(depth, tag);
            Age.Record(oldest is { } since && since < now ? (now - since).TotalSeconds : 0, tag);
        }
    }
}
