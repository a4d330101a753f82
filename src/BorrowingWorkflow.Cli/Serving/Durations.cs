using System.CommandLine;
using System.Globalization;
using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>Reads lengths of time as people write them: <c>200ms</c>, <c>30s</c>, <c>5m</c>, <c>2h</c>.</summary>
internal static class Durations
{
    private static readonly (string Unit, TimeSpan Length)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)),
    ];

    public static bool TryParse(string? text, out TimeSpan length)
    {
        foreach (var (unit, one) in Units)
        {
            if (text?.EndsWith(unit, StringComparison.Ordinal) == true
                && int.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                && count <= TimeSpan.FromDays(1) / one)
            {
                length = count * one;
                return true;
            }
        }

        length = default;
        return false;
    }

    /// <summary>An option; without a value where the call does not give it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it is, with its default.</param>
    public static Option<TimeSpan?> Option(string name, string description) => ReadOption.Of<TimeSpan?>(
        name,
        description,
        "LENGTH",
        text => TryParse(text, out var length) ? length : null,
        "is no length of time. Write it like 200ms, 30s or 5m, a day at most.");
}
