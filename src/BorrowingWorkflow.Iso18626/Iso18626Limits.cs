using System.Runtime.CompilerServices;

namespace BorrowingWorkflow.Iso18626;

/// <summary>How large a message may be. What is larger is a fault, found before more memory than the limits allow is taken. Immutable.</summary>
/// <remarks>The defaults are far above what systems send; a rich request has some 10 kB and 100 elements.</remarks>
public sealed record Iso18626Limits
{
    /// <summary>The defaults.</summary>
    public static Iso18626Limits Default { get; } = new();

    /// <summary>The most bytes of a message. No more are taken from the stream than this and one buffer.</summary>
    /// <value>1 MiB.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 to 1 GiB.</exception>
    public int MaxBytes { get; init => field = Checked(value, 1 << 30); } = 1 << 20;

    /// <summary>The most elements within each other, the root counted.</summary>
    /// <value>32.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 1 to 1,000.</exception>
    public int MaxDepth { get; init => field = Checked(value, 1_000); } = 32;

    /// <summary>The most elements of a message.</summary>
    /// <value>10,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int MaxElements { get; init => field = Checked(value); } = 10_000;

    /// <summary>The most attributes of an element, namespace declarations counted.</summary>
    /// <value>64.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int MaxAttributes { get; init => field = Checked(value); } = 64;

    /// <summary>The most UTF-16 characters of an element's text or an attribute's value.</summary>
    /// <value>100,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int MaxTextLength { get; init => field = Checked(value); } = 100_000;

    /// <summary>How often a part that can be repeated may be repeated.</summary>
    /// <value>1,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public int MaxRepeats { get; init => field = Checked(value); } = 1_000;

    private static int Checked(int value, int most = int.MaxValue, [CallerMemberName] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, most, name);
        return value;
    }
}
