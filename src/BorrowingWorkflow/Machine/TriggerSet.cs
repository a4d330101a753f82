using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace BorrowingWorkflow.Machine;

/// <summary>An immutable set of triggers in two machine words; membership costs a bit test and allocates nothing.</summary>
[CollectionBuilder(typeof(TriggerSet), nameof(Create))]
public readonly record struct TriggerSet : IReadOnlyCollection<Trigger>
{
    private readonly ulong _low;
    private readonly ulong _high;

    private TriggerSet(ulong low, ulong high) => (_low, _high) = (low, high);

    /// <summary>How many triggers are in the set.</summary>
    public int Count => BitOperations.PopCount(_low) + BitOperations.PopCount(_high);

    /// <summary>Makes a set of the given triggers.</summary>
    public static TriggerSet Create(params ReadOnlySpan<Trigger> triggers)
    {
        var set = default(TriggerSet);
        foreach (var trigger in triggers)
        {
            set = set.With(trigger);
        }

        return set;
    }

    /// <summary>True where the set holds <paramref name="trigger"/>.</summary>
    public bool Contains(Trigger trigger)
    {
        var index = (int)trigger;
        return ((index < 64 ? _low : _high) & (1UL << (index & 63))) != 0;
    }

    /// <summary>This set and one more trigger.</summary>
    public TriggerSet With(Trigger trigger)
    {
        var bit = 1UL << ((int)trigger & 63);
        return (int)trigger < 64 ? new(_low | bit, _high) : new(_low, _high | bit);
    }

    /// <summary>The triggers that are in both sets.</summary>
    public static TriggerSet operator &(TriggerSet left, TriggerSet right) => new(left._low & right._low, left._high & right._high);

    /// <summary>The triggers of the left set that are not in the right one.</summary>
    public static TriggerSet operator -(TriggerSet left, TriggerSet right) => new(left._low & ~right._low, left._high & ~right._high);

    /// <summary>The triggers, in the order of the table.</summary>
    public IEnumerator<Trigger> GetEnumerator()
    {
        for (var bits = _low; bits != 0; bits &= bits - 1)
        {
            yield return (Trigger)BitOperations.TrailingZeroCount(bits);
        }

        for (var bits = _high; bits != 0; bits &= bits - 1)
        {
            yield return (Trigger)(64 + BitOperations.TrailingZeroCount(bits));
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The triggers' names, separated by commas.</summary>
    public override string ToString() => string.Join(',', this);
}
