namespace BorrowingWorkflow.Storage;

/// <summary>What became of an attempt to carry out an effect.</summary>
/// <param name="Effect">The effect's id.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="At">When that was known, in UTC.</param>
public sealed record EffectSettlement(string Effect, EffectOutcome Outcome, DateTimeOffset At)
{
    /// <summary>Where it is to be tried again: not before, in UTC.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}
