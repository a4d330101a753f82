using Spectre.Console;

namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>Picks out the headings of a report for a terminal with colours; the words stay the same.</summary>
internal static class Paint
{
    public static void Write(IAnsiConsole console, string text)
    {
        var lines = (text.EndsWith('\n') ? text[..^1] : text).Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            console.Write(new Text(lines[index] + "\n", StyleOf(lines[index], isFirst: index == 0)));
        }
    }

    internal static Style StyleOf(string line, bool isFirst)
    {
        var word = line.Split(' ', 2)[0];
        return word switch
        {
            "ERROR" => new(Color.Red, decoration: Decoration.Bold),
            "WARNING" => new(Color.Yellow, decoration: Decoration.Bold),
            "INFO" => new(Color.Blue, decoration: Decoration.Bold),
            _ when isFirst || (word.Length > 0 && word.All(char.IsAsciiLetterUpper)) => new(decoration: Decoration.Bold),
            _ => Style.Plain,
        };
    }
}
