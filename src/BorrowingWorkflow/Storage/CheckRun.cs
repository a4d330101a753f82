namespace BorrowingWorkflow.Storage;

/// <summary>That somebody worked a check's list.</summary>
/// <param name="Check">The check's id.</param>
/// <param name="At">When it was done, in UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Library">The library that it was done for; null for all.</param>
public sealed record CheckRun(string Check, DateTimeOffset At, string By, string? Library = null);
