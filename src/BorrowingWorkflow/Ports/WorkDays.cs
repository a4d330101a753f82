using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Ports;

/// <summary>The days on which somebody works: some weekdays, less closures. Immutable.</summary>
internal readonly struct WorkDays
{
    // Longer than any move or building work that is announced; beyond it a calendar is taken to be wrong.
    private const int LongestClosure = 366;

    private readonly int _weekdays;
    private readonly IReadOnlyList<Closure> _own;
    private readonly IReadOnlyList<Closure> _everybodys;

    public WorkDays(IReadOnlyList<DayOfWeek> weekdays, IReadOnlyList<Closure> own, IReadOnlyList<Closure> everybodys)
    {
        _weekdays = 0;
        for (var index = 0; index < weekdays.Count; index++)
        {
            _weekdays |= 1 << (int)weekdays[index];
        }

        _own = own;
        _everybodys = everybodys;
    }

    /// <summary>
    /// The working days after the given day, to the end of the calendar. From where a year would pass without one, every day is a
    /// working day: a deadline that never fires would hide a request from everybody.
    /// </summary>
    public IEnumerable<DateOnly> After(DateOnly day)
    {
        var closed = 0;
        while (day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
            if (IsOpen(day))
            {
                closed = 0;
                yield return day;
            }
            else if (++closed > LongestClosure)
            {
                break;
            }
        }

        if (closed > LongestClosure)
        {
            for (day = day.AddDays(-LongestClosure); ; day = day.AddDays(1))
            {
                yield return day;
                if (day == DateOnly.MaxValue)
                {
                    yield break;
                }
            }
        }
    }

    private bool IsOpen(DateOnly day) => (_weekdays & (1 << (int)day.DayOfWeek)) != 0 && !Falls(day, _own) && !Falls(day, _everybodys);

    private static bool Falls(DateOnly day, IReadOnlyList<Closure> closures)
    {
        for (var index = 0; index < closures.Count; index++)
        {
            if (closures[index].Contains(day))
            {
                return true;
            }
        }

        return false;
    }
}
