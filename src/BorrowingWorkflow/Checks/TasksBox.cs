namespace BorrowingWorkflow.Checks;

/// <summary>What waits at the desk: the requests with something active on them, and the daily lists.</summary>
/// <param name="Now">The moment it was counted, in UTC.</param>
/// <param name="Library">The library; null for all.</param>
/// <param name="ActiveNotes">The requests with at least one active note, in any status.</param>
/// <param name="ActiveMessages">The requests with at least one active general message, in any status.</param>
/// <param name="Daily">The other daily lists.</param>
public sealed record TasksBox(
    DateTimeOffset Now, string? Library, CheckReportEntry ActiveNotes, CheckReportEntry ActiveMessages, IReadOnlyList<CheckReportEntry> Daily)
{
    /// <summary>All lists of the box: notes, messages, then the others.</summary>
    public IEnumerable<CheckReportEntry> Lists => [ActiveNotes, ActiveMessages, .. Daily];
}
