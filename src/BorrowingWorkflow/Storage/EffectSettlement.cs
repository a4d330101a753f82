namespace BorrowingWorkflow.Storage;

/// <summary>What became of an attempt to carry out an effect.</summary>
/// <param name="Effect">The effect's id.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="At">When that was known, in UTC.</param>
public sealed record EffectSettlement(string Effect, EffectOutcome Outcome, DateTimeOffset At)
{
    /// <summary>Where it is to be tried again: not before, in UTC.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>
    /// Which attempt it was (<see cref="LeasedEffect.Attempt"/>). A retry of an earlier attempt than the last changes nothing: somebody
    /// else has the effect by now.
    /// </summary>
    /// <value>Null: the last one.</value>
    public int? Attempt { get; init; }
}
