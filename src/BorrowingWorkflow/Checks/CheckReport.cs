namespace BorrowingWorkflow.Checks;

/// <summary>What a run of checks found.</summary>
/// <param name="Now">The moment of the check, in UTC.</param>
/// <param name="Library">The library that was asked about; null for all.</param>
/// <param name="Entries">An entry a check, in the order that was asked for, empty lists included.</param>
public sealed record CheckReport(DateTimeOffset Now, string? Library, IReadOnlyList<CheckReportEntry> Entries);
