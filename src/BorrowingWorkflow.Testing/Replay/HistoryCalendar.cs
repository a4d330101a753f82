using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>When the libraries worked.</summary>
internal sealed record HistoryCalendar
{
    public required string TimeZone { get; init; }

    public required IReadOnlyList<DayOfWeek> WorkingDays { get; init; }

    public IReadOnlyList<Closure>? Closures { get; init; }

    public SortedDictionary<string, LibraryCalendar>? Libraries { get; init; }

    /// <param name="calendar">The calendar of all libraries.</param>
    /// <param name="libraries">The codes of those that the history is about; the others stay out of the file.</param>
    public static HistoryCalendar Of(WorkCalendarOptions calendar, IEnumerable<string> libraries)
    {
        var own = new SortedDictionary<string, LibraryCalendar>(StringComparer.Ordinal);
        foreach (var code in libraries)
        {
            if (calendar.Libraries.TryGetValue(code, out var library))
            {
                own[code] = library;
            }
        }

        return new()
        {
            TimeZone = calendar.TimeZone,
            WorkingDays = calendar.WorkingDays,
            Closures = calendar.Closures.Count > 0 ? [.. calendar.Closures] : null,
            Libraries = own.Count > 0 ? own : null,
        };
    }

    public WorkCalendar ToCalendar()
    {
        var options = new WorkCalendarOptions { TimeZone = TimeZone, WorkingDays = WorkingDays };
        foreach (var closure in Closures ?? [])
        {
            options.Closures.Add(closure);
        }

        foreach (var (code, library) in Libraries ?? [])
        {
            options.Libraries.Add(code, library);
        }

        return new(options);
    }
}
