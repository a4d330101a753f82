using System.Globalization;

namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>Reads and writes moments as RFC 3339 has them.</summary>
internal static class Moment
{
    private const int MostDigits = 7;

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>A moment with its offset, in UTC; false where the text is none or leaves its offset open.</summary>
    public static bool TryParse(string? text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        Shortened(text?.ToUpperInvariant()), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);

    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(Formats[0], CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Without the digits that are finer than a tick.</summary>
    private static string? Shortened(string? text)
    {
        var from = text is null ? -1 : text.IndexOf('.', StringComparison.Ordinal) + 1;
        if (from <= 0)
        {
            return text;
        }

        var to = from;
        while (to < text!.Length && char.IsAsciiDigit(text[to]))
        {
            to++;
        }

        return to - from > MostDigits ? text[..(from + MostDigits)] + text[to..] : text;
    }
}
