using System.Diagnostics;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace BorrowingWorkflow.Samples;

/// <summary>Metrics and traces by OpenTelemetry. A host of its own takes its exporter, such as OTLP, where this one takes the one in memory.</summary>
public sealed class OpenTelemetryTests
{
    [Fact]
    public async Task A_request_is_measured_and_traced()
    {
        List<Metric> metrics = [];
        List<Activity> traces = [];
        var builder = Host.CreateApplicationBuilder();
        #region docs:collect
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metering => metering.AddMeter("BorrowingWorkflow").AddInMemoryExporter(metrics))
            .WithTracing(tracing => tracing.AddSource("BorrowingWorkflow").AddInMemoryExporter(traces));
        #endregion
        using var host = builder.Build();
        await host.StartAsync();

        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        await world.PartnerAsync(request.Id, "CSUN", Trigger.PartnerWillSupply);
        host.Services.GetRequiredService<MeterProvider>().ForceFlush();
        await host.StopAsync();

        Assert.Contains(metrics, metric => metric.Name == "borrowing.verdicts" && metric.Unit == "{input}");
        Assert.Contains(metrics, metric => metric.Name == "borrowing.status.duration" && metric.Unit == "s");
        Assert.Contains(traces, trace => trace.OperationName == "borrowing.decide" && Equals(trace.GetTagItem("borrowing.trigger"), "PartnerWillSupply"));
    }
}
