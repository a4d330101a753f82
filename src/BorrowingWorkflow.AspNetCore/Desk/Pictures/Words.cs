namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>Breaks names into lines. SVG does not do that by itself.</summary>
internal static class Words
{
    /// <summary>One line where it fits, else two of about the same length.</summary>
    public static IReadOnlyList<string> Wrap(string text, int most)
    {
        if (text.Length <= most)
        {
            return [text];
        }

        var gap = Enumerable.Range(0, text.Length).Where(at => text[at] == ' ').OrderBy(at => Math.Abs((2 * at) - text.Length)).DefaultIfEmpty(-1).First();
        return gap < 0 ? [text] : [text[..gap], text[(gap + 1)..]];
    }
}
