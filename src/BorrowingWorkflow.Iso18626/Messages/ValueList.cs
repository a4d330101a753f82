namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>Makes a <see cref="ValueList{T}"/> of a collection expression.</summary>
public static class ValueList
{
    /// <summary>A list of the given parts, in their order.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items)
        where T : notnull =>
        items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>([.. items]);
}
