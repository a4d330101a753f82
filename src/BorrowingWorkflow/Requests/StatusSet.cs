using System.Collections;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace BorrowingWorkflow.Requests;

/// <summary>An immutable set of statuses in one machine word; membership costs a bit test and allocates nothing.</summary>
[CollectionBuilder(typeof(StatusSet), nameof(Create))]
public readonly record struct StatusSet : IReadOnlyCollection<BorrowingStatus>
{
    private readonly ulong _bits;

    private StatusSet(ulong bits) => _bits = bits;

    /// <summary>How many statuses are in the set.</summary>
    public int Count => BitOperations.PopCount(_bits);

    /// <summary>Makes a set of the given statuses.</summary>
    public static StatusSet Create(params ReadOnlySpan<BorrowingStatus> statuses)
    {
        ulong bits = 0;
        foreach (var status in statuses)
        {
            bits |= 1UL << (int)status;
        }

        return new(bits);
    }

    /// <summary>True where the set holds <paramref name="status"/>.</summary>
    public bool Contains(BorrowingStatus status) => (_bits & (1UL << (int)status)) != 0;

    /// <summary>The statuses that are in either set.</summary>
    public static StatusSet operator |(StatusSet left, StatusSet right) => new(left._bits | right._bits);

    /// <summary>The statuses that are in both sets.</summary>
    public static StatusSet operator &(StatusSet left, StatusSet right) => new(left._bits & right._bits);

    /// <summary>The statuses of the left set that are not in the right one.</summary>
    public static StatusSet operator -(StatusSet left, StatusSet right) => new(left._bits & ~right._bits);

    /// <summary>The statuses, in the order of the specification.</summary>
    public IEnumerator<BorrowingStatus> GetEnumerator()
    {
        for (var bits = _bits; bits != 0; bits &= bits - 1)
        {
            yield return (BorrowingStatus)BitOperations.TrailingZeroCount(bits);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The statuses' names, separated by commas.</summary>
    public override string ToString() => string.Join(',', this);
}
