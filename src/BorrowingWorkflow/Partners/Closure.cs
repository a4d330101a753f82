namespace BorrowingWorkflow.Partners;

/// <summary>Days on which nobody works, both included.</summary>
/// <param name="First">The first day, by the local calendar.</param>
/// <param name="Last">The last day, by the local calendar.</param>
public readonly record struct Closure(DateOnly First, DateOnly Last)
{
    /// <summary>A closure of one day.</summary>
    public static Closure On(DateOnly day) => new(day, day);

    /// <summary>True where the day falls into it.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;
}
