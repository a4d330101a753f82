using BorrowingWorkflow.Checks;

namespace BorrowingWorkflow.Hosting;

/// <summary>How the background workers work. Read once, when the host starts; what can't be kept stops the start with a message that names it.</summary>
public sealed class BorrowingWorkerSettings
{
    /// <summary>How many dispatchers carry effects out at the same time in this host, 1 to 64.</summary>
    /// <value>1.</value>
    public int Dispatchers { get; set; } = 1;

    /// <summary>How long a dispatcher rests when nothing is due, 10 ms to 1 hour.</summary>
    /// <value>1 second.</value>
    public TimeSpan DispatchInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the sweeper rests when no deadline is due, 10 ms to 1 day.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the retention worker rests between two runs, 1 second to 1 day.</summary>
    /// <value>10 minutes.</value>
    public TimeSpan RetentionInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The most requests that one run of the retention worker purges, 1 to 100,000.</summary>
    /// <value>1,000.</value>
    public int RetentionBatch { get; set; } = 1000;

    /// <summary>How often what waits is counted for the metrics, 1 second to 1 day; only where somebody collects them.</summary>
    /// <value>1 minute.</value>
    public TimeSpan BacklogInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The libraries whose desks are told each working day which checks are due, by code.</summary>
    /// <value>None: nobody is told.</value>
    public IList<string> Libraries { get; } = new List<string>();

    /// <summary>When a desk is told, in its library's time zone.</summary>
    /// <value>07:00.</value>
    public TimeOnly CheckTime { get; set; } = new(7, 0);

    /// <summary>
    /// The most that a host waits beyond <see cref="CheckTime"/>, 0 to 1 hour. Each host draws its own wait, so that of several on one
    /// store the first has recorded that it told the desk before the next one looks.
    /// </summary>
    /// <value>1 minute.</value>
    public TimeSpan CheckSpread { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The checks that a desk is told of, in this order.</summary>
    /// <value><see cref="CheckPresets.Csu"/>.</value>
    public IReadOnlyList<CheckPolicy> Checks { get; set; } = CheckPresets.Csu;

    /// <summary>How long a worker rests after it failed for the first time, 10 ms to 1 hour; it doubles with each failure in a row.</summary>
    /// <value>1 second.</value>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest rest after a failure, 10 ms to 1 hour, and not less than <see cref="FirstRetry"/>.</summary>
    /// <value>1 minute.</value>
    public TimeSpan LongestRetry { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long the effect in hand may take when the host stops, 0 to 10 minutes; then it is interrupted. The host's own shutdown timeout
    /// (30 seconds unless set) ends it too, if it is shorter.
    /// </summary>
    /// <value>20 seconds.</value>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);
}
