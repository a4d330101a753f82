using System.Text.Json;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging.Abstractions;

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
        var store = await ReplayAsync(SharedFolder.Combine("data", term, "events.jsonl"));
        var scan = new AnomalyScan(store, new WorkCalendar()) { Items = new ItemsFile(SharedFolder.Combine("data", term, "items.csv")) };

        var found = (await scan.RunAsync(now)).Findings.ToLookup(finding => finding.Rule.Id, finding => finding.Subject);

        var detectors = expected.RootElement.GetProperty("anomalies").EnumerateObject().ToList();
        Assert.NotEmpty(detectors);
        Assert.All(detectors, detector => Assert.Equal(
            detector.Value.EnumerateArray().Select(request => request.GetString()!).Order(StringComparer.Ordinal), found[detector.Name]));
    }

    private static async Task<InMemoryWorkflowStore> ReplayAsync(string events)
    {
        var store = new InMemoryWorkflowStore();
        var clock = new EventClock();
        var engine = new BorrowingEngine(
            store, new BorrowingOptions { EffectsAreDone = true }, new OpenPartnerDirectory(), new WorkCalendar(), [], clock, NullLogger<BorrowingEngine>.Instance);
        foreach (var line in File.ReadLines(events))
        {
            using var json = JsonDocument.Parse(line);
            var item = json.RootElement;
            clock.Now = item.GetProperty("at").GetDateTimeOffset();
            var input = new WorkflowInput
            {
                Request = item.GetProperty("request").GetString()!,
                Trigger = Enum.Parse<Trigger>(item.GetProperty("do").GetString()!),
                By = Enum.Parse<Actor>(item.GetProperty("by").GetString()!, ignoreCase: true),
                MessageId = item.GetProperty("id").GetString()!,
                Partner = item.TryGetProperty("partner", out var partner) ? partner.GetString() : null,
                At = clock.Now,
                Data = item.TryGetProperty("data", out var data) ? BorrowingRequestJson.DeserializeData(data) : new(),
            };
            await (input.By == Actor.Partner ? engine.ReceiveAsync(input) : engine.ExecuteAsync(input));
        }

        return store;
    }

    /// <summary>Stands at the event that is replayed; events may step back.</summary>
    private sealed class EventClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class ItemsFile(string path) : IItemSource
    {
        private readonly ILookup<RequestId, ProcessType> _items = File.ReadLines(path).Skip(1).Select(line => line.Split(','))
            .ToLookup(cells => new RequestId(cells[0]), cells => Enum.TryParse<ProcessType>(cells[1], out var type) ? type : ProcessType.Other);

        public ValueTask<ILookup<RequestId, ProcessType>> FindAsync(IReadOnlyCollection<RequestId> requests, CancellationToken cancellationToken = default) =>
            new(requests.SelectMany(id => _items[id].Select(type => (id, type))).ToLookup(pair => pair.id, pair => pair.type));
    }
}
