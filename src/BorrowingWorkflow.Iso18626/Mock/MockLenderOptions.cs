using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>Who a mock lender is, and how fast. Immutable.</summary>
public sealed record MockLenderOptions
{
    /// <summary>The agency that it is; null where it answers by whatever name it is addressed by.</summary>
    /// <value>Null.</value>
    public AgencyId? Agency { get; init; }

    /// <summary>The version that it writes its messages in; null for the version of the request. A confirmation has the version of what it confirms.</summary>
    /// <value>Null.</value>
    public Iso18626Version? Version { get; init; }

    /// <summary>How long one delay of a scenario takes.</summary>
    /// <value>200 ms.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or over a day.</exception>
    public TimeSpan Delay
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, nameof(Delay));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromDays(1), nameof(Delay));
            field = value;
        }
    } = TimeSpan.FromMilliseconds(200);

    /// <summary>How many exchanged messages it keeps; the oldest go first.</summary>
    /// <value>10,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int KeptExchanges
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(KeptExchanges));
            field = value;
        }
    } = 10_000;
}
