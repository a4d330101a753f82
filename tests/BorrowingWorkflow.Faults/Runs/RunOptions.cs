namespace BorrowingWorkflow.Faults.Runs;

/// <summary>How a run goes.</summary>
internal sealed record RunOptions
{
    /// <summary>Repeats the plan of the faults, the weather and the load; not the timing of processes.</summary>
    public required int Seed { get; init; }

    /// <summary>How often each kind of fault is injected; null: as many faults as fit into <see cref="Length"/>, drawn by their weights.</summary>
    public int? Rounds { get; init; }

    /// <summary>For how long faults are injected, where their number is not given.</summary>
    /// <value>10 minutes.</value>
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many hosts work on the store side by side.</summary>
    /// <value>2.</value>
    public int Hosts { get; init; } = 2;

    /// <summary>How many requests the desk works at a time.</summary>
    /// <value>24.</value>
    public int OpenRequests { get; init; } = 24;

    /// <summary>The shortest time between two steps of a caller at the desk: the load's bound.</summary>
    /// <value>None.</value>
    public TimeSpan Pause { get; init; }

    /// <summary>The most acknowledgements between two faults.</summary>
    /// <value>60.</value>
    public int MostBetweenFaults { get; init; } = 60;
}
