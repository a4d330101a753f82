using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626;

/// <summary>How this side speaks ISO 18626. Read once, when the workflow is first asked for; every length is a span of time, not of working days.</summary>
public sealed class Iso18626Options
{
    /// <summary>
    /// What the own libraries are called in headers: the library's code, as requests carry it, and its agency id. Codes are compared ordinally.
    /// A request of a library that is not here is not sent, and the log says so.
    /// </summary>
    /// <value>None.</value>
    public IDictionary<string, AgencyId> Libraries { get; } = new Dictionary<string, AgencyId>(StringComparer.Ordinal);

    /// <summary>
    /// Where items and copies are to be delivered: the pickup location's code, or the library's, and the addresses in the order of preference.
    /// The pickup location is looked up first. Physical items are asked for at physical addresses first, files at electronic ones.
    /// </summary>
    /// <value>None.</value>
    public IDictionary<string, IReadOnlyList<Address>> DeliveryAddresses { get; } = new Dictionary<string, IReadOnlyList<Address>>(StringComparer.Ordinal);

    /// <summary>True where a request may tell the partner the patron's id. Nothing else of the patron is ever sent.</summary>
    /// <value>False.</value>
    public bool SendPatronId { get; set; }

    /// <summary>How large a message of a partner's may be, its confirmations too.</summary>
    /// <value>1 MiB and some 10,000 elements: <see cref="Iso18626Limits.Default"/>.</value>
    public Iso18626Limits Limits { get; set; } = Iso18626Limits.Default;

    /// <summary>How long it may take to reach a partner's server, before anything is sent.</summary>
    /// <value>10 seconds.</value>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a message is sent again at once when it certainly did not go out, because there was no connection. Later attempts are the workflow's.</summary>
    /// <value>2.</value>
    public int Retries { get; set; } = 2;

    /// <summary>The wait before the first of <see cref="Retries"/>; it doubles with each one, and varies a little.</summary>
    /// <value>500 milliseconds.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Which part of the exchanges with a partner must fail, of those within <see cref="CircuitWindow"/>, before it is left alone for a while.</summary>
    /// <value>0.5.</value>
    public double CircuitFailureRatio { get; set; } = 0.5;

    /// <summary>How many exchanges there must have been within <see cref="CircuitWindow"/>, before a partner is left alone.</summary>
    /// <value>5.</value>
    public int CircuitThroughput { get; set; } = 5;

    /// <summary>Which exchanges count for <see cref="CircuitFailureRatio"/>: those of so long.</summary>
    /// <value>1 minute.</value>
    public TimeSpan CircuitWindow { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a partner that fails is left alone: nothing is sent to it, and that is certain.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan CircuitBreak { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest wait that a partner can ask for by Retry-After; a longer one is cut to it.</summary>
    /// <value>1 hour.</value>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromHours(1);
}
