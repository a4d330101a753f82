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
            var input = TermEvent.Read(line);
            clock.Now = input.At!.Value;
            yield return (input, await (input.By == Actor.Partner ? engine.ReceiveAsync(input) : engine.ExecuteAsync(input)));
        }
    }

    /// <summary>Stands at the event that is replayed; events may step back.</summary>
    private sealed class EventClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
