using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>A term of events and the engine that takes them.</summary>
internal static class Term
{
    private static readonly AsyncLocal<DateTimeOffset> Clock = new();

    /// <summary>The events of the term that ships with the tool, for as many copies of its requests as asked for.</summary>
    public static IReadOnlyList<WorkflowInput> Read(int copies)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "events.jsonl");
        var lines = File.ReadAllLines(file);
        return [.. Enumerable.Range(0, copies).SelectMany(copy => lines.Select(line => Parse(line, copy)))];
    }

    public static IBorrowingWorkflow Engine(IWorkflowStore store) => new BorrowingEngine(
        store, new() { EffectsAreDone = true }, new OpenPartnerDirectory(), new WorkCalendar(), [], new EventClock(), NullLogger<BorrowingEngine>.Instance);

    public static async Task ReplayAsync(IBorrowingWorkflow engine, IEnumerable<WorkflowInput> inputs)
    {
        foreach (var input in inputs)
        {
            await TakeAsync(engine, input);
        }
    }

    /// <summary>Takes an input at its own time.</summary>
    public static ValueTask<TransitionResult> TakeAsync(IBorrowingWorkflow engine, WorkflowInput input)
    {
        Clock.Value = input.At!.Value;
        return input.By == Actor.Partner ? engine.ReceiveAsync(input) : engine.ExecuteAsync(input);
    }

    private static WorkflowInput Parse(string line, int copy)
    {
        using var document = JsonDocument.Parse(line);
        var item = document.RootElement;
        return new()
        {
            Request = $"{item.GetProperty("request").GetString()}-{copy}",
            Trigger = Enum.Parse<Trigger>(item.GetProperty("do").GetString()!),
            By = Enum.Parse<Actor>(item.GetProperty("by").GetString()!, ignoreCase: true),
            MessageId = item.GetProperty("id").GetString()!,
            Partner = item.TryGetProperty("partner", out var partner) ? partner.GetString() : null,
            At = item.GetProperty("at").GetDateTimeOffset(),
            Data = item.TryGetProperty("data", out var data) ? BorrowingRequestJson.DeserializeData(data) : new(),
        };
    }

    /// <summary>Each caller has the time of its own event.</summary>
    private sealed class EventClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Clock.Value;
    }
}
