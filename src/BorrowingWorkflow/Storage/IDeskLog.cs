namespace BorrowingWorkflow.Storage;

/// <summary>What the people at the desk did that is not about one request: checks worked, findings dismissed.</summary>
/// <remarks>Implementations are safe for any number of threads; what was recorded is durable when the call returns.</remarks>
public interface IDeskLog
{
    /// <summary>Records that a check was worked.</summary>
    ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default);

    /// <summary>The latest run of every check that was ever worked, for every library that it was worked for.</summary>
    ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default);

    /// <summary>Hides a finding until a date; a second dismissal of the same replaces the first.</summary>
    ValueTask DismissAsync(AnomalyDismissal dismissal, CancellationToken cancellationToken = default);

    /// <summary>The dismissals that hold at <paramref name="now"/> (UTC).</summary>
    ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}
