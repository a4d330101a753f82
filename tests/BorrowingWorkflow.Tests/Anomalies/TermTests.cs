using System.Text.Json;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Tests.Terms;

namespace BorrowingWorkflow.Tests.Anomalies;

/// <summary>Scans whole terms of requests and compares with the right answers.</summary>
public sealed class TermTests
{
    [SharedTheory("data")]
    [InlineData("term-small")]
    [InlineData("term-2026-fall")]
    public async Task The_anomalies_of_a_term_are_found(string term)
    {
        using var expected = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedFolder.Combine("data", term, "expected.json")));
        var now = expected.RootElement.GetProperty("now").GetDateTimeOffset();
        var store = new InMemoryWorkflowStore();
        await foreach (var _ in TermReplay.RunAsync(store, SharedFolder.Combine("data", term, "events.jsonl")))
        {
            // The verdicts are TermReplayTests' affair; here what is left in the store counts.
        }

        var scan = new AnomalyScan(store, new WorkCalendar()) { Items = new ItemsFile(SharedFolder.Combine("data", term, "items.csv")) };

        var found = (await scan.RunAsync(now)).Findings.ToLookup(finding => finding.Rule.Id, finding => finding.Subject);

        var detectors = expected.RootElement.GetProperty("anomalies").EnumerateObject().ToList();
        Assert.NotEmpty(detectors);
        Assert.All(detectors, detector => Assert.Equal(
            detector.Value.EnumerateArray().Select(request => request.GetString()!).Order(StringComparer.Ordinal), found[detector.Name]));
    }

    private sealed class ItemsFile(string path) : IItemSource
    {
        private readonly ILookup<RequestId, ProcessType> _items = File.ReadLines(path).Skip(1).Select(line => line.Split(','))
            .ToLookup(cells => new RequestId(cells[0]), cells => Enum.TryParse<ProcessType>(cells[1], out var type) ? type : ProcessType.Other);

        public ValueTask<ILookup<RequestId, ProcessType>> FindAsync(IReadOnlyCollection<RequestId> requests, CancellationToken cancellationToken = default) =>
            new(requests.SelectMany(id => _items[id].Select(type => (id, type))).ToLookup(pair => pair.id, pair => pair.type));
    }
}
