using System.Globalization;
using System.Text;

namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>Aligned plain text for people.</summary>
internal static class Columns
{
    /// <summary>Counts under one another, the numbers to the right.</summary>
    public static string Counts(string heading, IEnumerable<KeyValuePair<string, long>> counts)
    {
        List<(string Name, string Count)> rows = [.. counts.Select(pair => (pair.Key, pair.Value.ToString("N0", CultureInfo.InvariantCulture)))];
        if (rows.Count == 0)
        {
            return $"{heading}\n\nNone.\n";
        }

        var name = rows.Max(row => row.Name.Length);
        var number = rows.Max(row => row.Count.Length);
        var text = new StringBuilder(heading).Append("\n\n");
        foreach (var row in rows)
        {
            text.Append(row.Name.PadRight(name)).Append("  ").Append(row.Count.PadLeft(number)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Rows of cells, one row at least, aligned to the left.</summary>
    public static string Rows(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. rows[0].Select((_, column) => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = new StringBuilder("  ");
            for (var column = 0; column < row.Length; column++)
            {
                line.Append(Printable(row[column]).PadRight(widths[column])).Append("  ");
            }

            text.Append(line.ToString().TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Text from outside, on one line and without anything that a terminal would obey.</summary>
    public static string Printable(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
