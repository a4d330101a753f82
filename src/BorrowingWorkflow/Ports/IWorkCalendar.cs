namespace BorrowingWorkflow.Ports;

/// <summary>Knows the working days and the time zone of libraries: the borrowers' own and the partners'.</summary>
/// <remarks>Implementations are safe for any number of threads, pure for a given configuration, and answer from memory.</remarks>
public interface IWorkCalendar
{
    /// <summary>
    /// The moment by which <paramref name="days"/> working days have passed since <paramref name="from"/>: the same local time of day on
    /// the day counted last. Days on which nobody works do not count. A local time that daylight saving skips becomes the next that
    /// exists; of one that occurs twice it is the first.
    /// </summary>
    /// <param name="from">Since when, in UTC.</param>
    /// <param name="days">How many working days, 0 or more.</param>
    /// <param name="library">The borrowing library, whose time zone counts where the partner has none.</param>
    /// <param name="partner">The partner whose working days count; null for the library's own.</param>
    DateTimeOffset AddWorkingDays(DateTimeOffset from, int days, string library, Partners.Partner? partner);

    /// <summary>How many whole working days have passed between two moments; 0 where the second is not later.</summary>
    int WorkingDaysBetween(DateTimeOffset from, DateTimeOffset until, string library, Partners.Partner? partner);

    /// <summary>The library's time zone.</summary>
    TimeZoneInfo TimeZoneOf(string library);
}
