using System.CommandLine;
using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>The options that several commands share.</summary>
internal static class Choices
{
    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format")
        {
            Description = "How the result is written.",
            DefaultValueFactory = _ => formats[^1],
        };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    public static Option<DateTimeOffset?> Now() => ReadOption.Of<DateTimeOffset?>(
        "--now",
        "The moment to look at, by RFC 3339. Default: the current time.",
        "T",
        text => Moment.TryParse(text, out var moment) ? moment : null,
        "is no moment. Write it like 2026-12-18T17:00:00Z.");
}
