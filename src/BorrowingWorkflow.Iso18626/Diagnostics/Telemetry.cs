using System.Diagnostics;
using System.Diagnostics.Metrics;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Transport;

namespace BorrowingWorkflow.Iso18626.Diagnostics;

/// <summary>What this package adds to the activity source and the meter named <c>BorrowingWorkflow</c>. Tags carry codes; never a patron, never a secret.</summary>
internal static class Telemetry
{
    private const string Name = BorrowingWorkflow.Diagnostics.Telemetry.Name;

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Exchanges = Meter.CreateHistogram<double>(
        "borrowing.iso18626.exchanges", "s", "Messages to partners with their confirmations, tries included, by partner and outcome.");

    public static Activity? Start(Effect effect, Peer peer)
    {
        var activity = Source.StartActivity("borrowing.iso18626.send", ActivityKind.Client);
        activity?.SetTag("borrowing.request", effect.Request.Value);
        activity?.SetTag("borrowing.effect", effect.Kind.ToString());
        activity?.SetTag("borrowing.partner", peer.Partner);
        return activity;
    }

    public static void Exchanged(Activity? activity, Peer peer, Reply reply, TimeSpan length)
    {
        activity?.SetTag("borrowing.outcome", reply.Kind.ToString());
        activity?.SetStatus(reply.Kind == ReplyKind.Confirmed ? ActivityStatusCode.Ok : ActivityStatusCode.Error, reply.Kind == ReplyKind.Confirmed ? null : reply.Why);
        Exchanges.Record(length.TotalSeconds, new("borrowing.partner", peer.Partner), new("borrowing.outcome", reply.Kind.ToString()));
    }
}
