namespace BorrowingWorkflow.Machine;

/// <summary>A conjunction of facts: all of <paramref name="Required"/> hold and none of <paramref name="Forbidden"/>.</summary>
/// <param name="Required">The facts that must hold.</param>
/// <param name="Forbidden">The facts that must not hold.</param>
internal readonly record struct Guard(GuardFacts Required, GuardFacts Forbidden)
{
    /// <summary>True where <paramref name="facts"/> satisfy the guard.</summary>
    public bool Holds(GuardFacts facts) => (facts & (Required | Forbidden)) == Required;

    /// <summary>The guard that asks for both.</summary>
    public static Guard operator &(Guard left, Guard right) =>
        new(left.Required | right.Required, left.Forbidden | right.Forbidden);

    /// <summary>The opposite of a guard of one fact.</summary>
    public static Guard operator !(Guard guard) => new(guard.Forbidden, guard.Required);

    /// <inheritdoc/>
    public override string ToString() => Guards.Describe(this);
}
