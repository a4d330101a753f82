using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorrowingWorkflow.Tests.Terms;

/// <summary>Takes the events of a term through the engine.</summary>
internal static class TermReplay
{
    /// <summary>Each event with what the engine made of it, in the order of the file.</summary>
    public static async IAsyncEnumerable<(WorkflowInput Input, TransitionResult Result)> RunAsync(InMemoryWorkflowStore store, string events)
    {
        var clock = new EventClock();
        var engine = new BorrowingEngine(
            store, new BorrowingOptions { EffectsAreDone = true }, new OpenPartnerDirectory(), new WorkCalendar(), [], clock, NullLogger<BorrowingEngine>.Instance);
        foreach (var line in File.ReadLines(events))
        {
            var input = Read(line);
            clock.Now = input.At!.Value;
            yield return (input, await (input.By == Actor.Partner ? engine.ReceiveAsync(input) : engine.ExecuteAsync(input)));
        }
    }

    private static WorkflowInput Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var item = json.RootElement;
        return new()
        {
            Request = item.GetProperty("request").GetString()!,
            Trigger = Enum.Parse<Trigger>(item.GetProperty("do").GetString()!),
            By = Enum.Parse<Actor>(item.GetProperty("by").GetString()!, ignoreCase: true),
            MessageId = item.GetProperty("id").GetString()!,
            Partner = item.TryGetProperty("partner", out var partner) ? partner.GetString() : null,
            At = item.GetProperty("at").GetDateTimeOffset(),
            Data = item.TryGetProperty("data", out var data) ? BorrowingRequestJson.DeserializeData(data) : new(),
        };
    }

    /// <summary>Stands at the event that is replayed; events may step back.</summary>
    private sealed class EventClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
