using System.Globalization;

namespace BorrowingWorkflow.Checks.Reports;

/// <summary>How values are written, the same in every format.</summary>
internal static class Written
{
    public static string Rfc3339(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Word(CheckCadence cadence) => cadence switch
    {
        CheckCadence.Daily => "daily",
        CheckCadence.Weekly => "weekly",
        _ => "monthly",
    };

    public static string Heading(CheckCadence cadence) => cadence switch
    {
        CheckCadence.Daily => "Daily",
        CheckCadence.Weekly => "Weekly",
        _ => "Monthly",
    };
}
