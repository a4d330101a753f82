namespace BorrowingWorkflow.Cli.Import;

/// <summary>The counts of an import, as its json has them.</summary>
internal sealed record ImportSummary(
    long Added, long Updated, long Unchanged, long KeptHere, long BadRows, long UnknownStatuses, IReadOnlyDictionary<string, long> Statuses);
