using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Ports;

/// <summary>When one borrowing library works, where that differs from the rest.</summary>
public sealed record LibraryCalendar
{
    /// <summary>The library's time zone, an IANA id such as <c>America/Los_Angeles</c>.</summary>
    /// <value>The zone of <see cref="WorkCalendarOptions.TimeZone"/>.</value>
    public string? TimeZone { get; init; }

    /// <summary>Weekdays on which the library works, at least one.</summary>
    /// <value>The days of <see cref="WorkCalendarOptions.WorkingDays"/>.</value>
    public IReadOnlyList<DayOfWeek>? WorkingDays { get; init; }

    /// <summary>Days on which the library is closed all the same, beside those on which everybody is.</summary>
    /// <value>None.</value>
    public IReadOnlyList<Closure> Closures { get; init; } = [];
}
