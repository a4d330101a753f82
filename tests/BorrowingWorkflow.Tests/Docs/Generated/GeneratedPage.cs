namespace BorrowingWorkflow.Tests.Docs.Generated;

/// <summary>A page that is written from the code. With the environment variable UPDATE_DOCS=1 it is written instead of held against the code.</summary>
internal static class GeneratedPage
{
    private static bool IsUpdating => Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1";

    /// <summary>Fails where the file is not what the code says.</summary>
    /// <param name="path">The file, relative to docs.</param>
    /// <param name="text">What the code says.</param>
    public static void Hold(string path, string text)
    {
        var file = RepositoryRoot.Combine("docs", path);
        if (IsUpdating)
        {
            File.WriteAllText(file, text);
        }

        Assert.Equal(text, Read(path));
    }

    /// <summary>The page with line feeds; empty where there is none yet.</summary>
    /// <param name="path">The file, relative to docs.</param>
    public static string Read(string path) =>
        RepositoryRoot.Combine("docs", path) is var file && File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";

    /// <summary>What stands between a heading and the next one; null where the page has no such heading or nothing stands there.</summary>
    /// <param name="page">The page.</param>
    /// <param name="heading">The heading's line, e.g. <c>## In practice</c>.</param>
    public static string? Section(string page, string heading)
    {
        var start = page.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var text = page[(start + heading.Length + 2)..];
        var level = heading[..heading.IndexOf(' ', StringComparison.Ordinal)];
        for (var depth = level.Length; depth > 0; depth--)
        {
            if (text.IndexOf($"\n{new string('#', depth)} ", StringComparison.Ordinal) is >= 0 and var end)
            {
                text = text[..(end + 1)];
            }
        }

        return text.Trim() is { Length: > 0 } written ? written : null;
    }

    /// <summary>A Markdown table; empty where there are no rows.</summary>
    /// <param name="heading">The heads of the columns.</param>
    /// <param name="rows">The cells.</param>
    public static string Table(string[] heading, IEnumerable<string[]> rows)
    {
        string[] lines = [.. rows.Select(Line)];
        return lines.Length == 0 ? "" : string.Concat([Line(heading), Line([.. heading.Select(_ => "---")]), .. lines]);
    }

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n";
}
