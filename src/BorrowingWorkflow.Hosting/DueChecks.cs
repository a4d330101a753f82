using System.Globalization;
using BorrowingWorkflow.Checks;

namespace BorrowingWorkflow.Hosting;

/// <summary>What a library's desk is to look at today.</summary>
/// <param name="Library">The library's code.</param>
/// <param name="Day">The day, in the library's time zone.</param>
/// <param name="Checks">The checks that are due or overdue, never none.</param>
/// <param name="Report">How long the lists of these checks are, in the same order; it names no request.</param>
public sealed record DueChecks(string Library, DateOnly Day, IReadOnlyList<CheckDue> Checks, CheckReport Report)
{
    /// <summary>The same for the same library and day: a second call with it is a repetition.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"due-checks/{Library}/{Day:yyyy-MM-dd}");
}
