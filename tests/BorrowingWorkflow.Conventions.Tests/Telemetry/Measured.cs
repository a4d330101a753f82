using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace BorrowingWorkflow.Conventions.Tests.Telemetry;

/// <summary>Collects what one instrument of the meter measures.</summary>
internal sealed class Measured<T>(string instrument) : IDisposable
    where T : struct
{
    private readonly MetricCollector<T> _collector = new(null, "BorrowingWorkflow", instrument);

    /// <summary>Each measurement with the values of its tags, joined.</summary>
    public IEnumerable<(string Tags, T Value)> All => _collector.GetMeasurementSnapshot()
        .Select(one => (string.Join(' ', one.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value)), one.Value));

    /// <summary>Waits for a measurement.</summary>
    public Task WaitAsync() => _collector.WaitForMeasurementsAsync(1, TimeSpan.FromMinutes(1));

    public void Dispose() => _collector.Dispose();
}
