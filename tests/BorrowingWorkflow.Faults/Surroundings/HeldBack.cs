using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Faults.Surroundings;

/// <summary>Something that goes on later: an answer that takes its time, a message that is under way.</summary>
/// <param name="Due">After which happening.</param>
/// <param name="Message">The message that is under way; null for an answer.</param>
/// <param name="GoOn">What happens then.</param>
internal sealed record HeldBack(long Due, Effect? Message, Action GoOn);
