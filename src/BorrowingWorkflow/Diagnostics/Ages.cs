using System.Globalization;

namespace BorrowingWorkflow.Diagnostics;

/// <summary>Says how long something has lasted, as staff say it. A day is 24 hours; what is begun does not count.</summary>
internal static class Ages
{
    /// <summary>"3 days", "1 day", "2 h", "5 min", "under 1 min".</summary>
    public static string InWords(TimeSpan age) => age switch
    {
        { Days: > 1 } => string.Create(CultureInfo.InvariantCulture, $"{age.Days:N0} days"),
        { Days: 1 } => "1 day",
        { Hours: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{age.Hours} h"),
        { Minutes: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{age.Minutes} min"),
        _ => "under 1 min",
    };
}
