namespace BorrowingWorkflow.Checks;

/// <summary>What a check's selection may depend on beside the requests themselves.</summary>
/// <param name="Now">The moment of the check, in UTC.</param>
/// <param name="LastRun">When the check was last worked for the library that is asked about, in UTC; null where that was never recorded.</param>
public readonly record struct CheckContext(DateTimeOffset Now, DateTimeOffset? LastRun = null);
