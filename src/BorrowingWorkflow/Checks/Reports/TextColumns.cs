using System.Text;

namespace BorrowingWorkflow.Checks.Reports;

/// <summary>Lines up columns of text. The last column is not padded.</summary>
/// <param name="indent">How far the lines are set in.</param>
/// <param name="rightAligned">The columns that line up on the right.</param>
internal sealed class TextColumns(int indent, params int[] rightAligned)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add([.. cells.Select(DisplayWidth.Printable)]);

    public void AppendTo(StringBuilder text)
    {
        if (_rows.Count == 0)
        {
            return;
        }

        int[] widths = [.. Enumerable.Range(0, _rows[0].Length).Select(column => _rows.Max(row => DisplayWidth.Of(row[column])))];
        foreach (var row in _rows)
        {
            var start = text.Length;
            text.Append(' ', indent);
            for (var column = 0; column < row.Length; column++)
            {
                var padding = widths[column] - DisplayWidth.Of(row[column]);
                var right = rightAligned.Contains(column);
                text.Append(column > 0 ? Gap : "").Append(' ', right ? padding : 0).Append(row[column]).Append(' ', right ? 0 : padding);
            }

            TrimEnd(text, start);
            text.Append('\n');
        }
    }

    private static void TrimEnd(StringBuilder text, int start)
    {
        while (text.Length > start && text[^1] == ' ')
        {
            text.Length--;
        }
    }
}
