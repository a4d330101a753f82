using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Ports;

/// <summary>When libraries work. Read once, when a <see cref="WorkCalendar"/> is made of it.</summary>
public sealed class WorkCalendarOptions
{
    /// <summary>The time zone of every library without one of its own, an IANA id such as <c>America/Los_Angeles</c>.</summary>
    /// <value>UTC.</value>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Weekdays on which every library works that has none of its own, at least one.</summary>
    /// <value>Monday to Friday.</value>
    public IReadOnlyList<DayOfWeek> WorkingDays { get; set; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Days on which nobody works, partners included: public holidays, a term break of the whole consortium.</summary>
    /// <value>None.</value>
    public IList<Closure> Closures { get; } = new List<Closure>();

    /// <summary>The borrowing libraries that differ, by code.</summary>
    /// <value>None.</value>
    public IDictionary<string, LibraryCalendar> Libraries { get; } = new Dictionary<string, LibraryCalendar>(StringComparer.Ordinal);
}
