using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Faults.Wire;

/// <summary>A line from the conductor to a host.</summary>
/// <param name="Number">The order's number, which its answer carries; of an answer, the number of the question.</param>
/// <param name="Order">What is asked for.</param>
internal sealed record ToHost(long Number, Order Order)
{
    public WorkflowInput? Input { get; init; }

    public RequestId? Request { get; init; }

    /// <summary>How far the host's clock is from the machine's.</summary>
    public TimeSpan ClockOffset { get; init; }

    /// <summary>What a port is to answer; null: it throws.</summary>
    public Delivery? Answer { get; init; }
}
