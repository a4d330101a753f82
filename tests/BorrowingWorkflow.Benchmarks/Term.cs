using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Tests.Terms;
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
        WorkflowInput[] events = [.. File.ReadLines(file).Select(TermEvent.Read)];
        return [.. Enumerable.Range(0, copies).SelectMany(copy => events.Select(item => item with { Request = $"{item.Request}-{copy}" }))];
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

    /// <summary>Each caller has the time of its own event.</summary>
    private sealed class EventClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Clock.Value;
    }
}
