using System.Text;

namespace BorrowingWorkflow.Desk.Tests.Hosts;

/// <summary>Reads comma-separated values as RFC 4180 writes them.</summary>
internal static class Csv
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var (lines, line, field) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder());
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append(text[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    line.Add(field.ToString());
                    field.Clear();
                    break;
                case '\r' when !quoted && i + 1 < text.Length && text[i + 1] == '\n':
                    line.Add(field.ToString());
                    field.Clear();
                    lines.Add(line);
                    line = [];
                    i++;
                    break;
                default:
                    field.Append(text[i]);
                    break;
            }
        }

        return lines;
    }
}
