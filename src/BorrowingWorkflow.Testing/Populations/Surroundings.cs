using System.Globalization;

namespace BorrowingWorkflow.Testing.Populations;

/// <summary>What an answer must not depend on: the culture that the host runs under, and the offset that a moment is written with.</summary>
internal static class Surroundings
{
    public static readonly TimeSpan[] Offsets = [TimeSpan.FromHours(13), TimeSpan.FromHours(-11), TimeSpan.FromMinutes(345)];

    /// <summary>A culture that writes numbers and dates as no other does; it needs no data of the operating system's.</summary>
    private static CultureInfo OddCulture { get; } = Odd();

    public static async Task<T> InOddCultureAsync<T>(Func<Task<T>> act)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (OddCulture, OddCulture);
            return await act().ConfigureAwait(false);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    private static CultureInfo Odd()
    {
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NumberDecimalSeparator = "٫";
        odd.NumberFormat.NumberGroupSeparator = "'";
        odd.NumberFormat.NegativeSign = "~";
        odd.DateTimeFormat.DateSeparator = "_";
        odd.DateTimeFormat.TimeSeparator = "h";
        odd.DateTimeFormat.ShortDatePattern = "yy/d/M";
        odd.DateTimeFormat.LongTimePattern = "ss:mm:H";
        return CultureInfo.ReadOnly(odd);
    }
}
