namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>Where a store answered otherwise than the reference.</summary>
/// <param name="Step">The step, from 1; past the last in the comparison at the end.</param>
/// <param name="Lines">The calls up to there, in words, with the step that each belongs to.</param>
/// <param name="Expected">What the reference answered.</param>
/// <param name="Got">What the store answered.</param>
internal sealed record Disagreement(int Step, IReadOnlyList<string> Lines, string Expected, string Got)
{
    private const int Before = 60;
    private const int Shown = 240;

    /// <summary>The first line in which two answers differ; null where they don't.</summary>
    public static (string Expected, string Got)? Between(IReadOnlyList<string> expected, IReadOnlyList<string> got)
    {
        for (var i = 0; i < Math.Max(expected.Count, got.Count); i++)
        {
            var (wanted, came) = (expected.ElementAtOrDefault(i) ?? "nothing more", got.ElementAtOrDefault(i) ?? "nothing more");
            if (wanted != came)
            {
                return Cut(wanted, came);
            }
        }

        return null;
    }

    /// <summary>Both from shortly before the place where they part, so that a long snapshot does not hide it.</summary>
    private static (string Expected, string Got) Cut(string expected, string got)
    {
        var same = expected.AsSpan().CommonPrefixLength(got);
        var from = Math.Max(0, same - Before);
        return (Part(expected, from), Part(got, from));
    }

    private static string Part(string text, int from)
    {
        var to = Math.Min(text.Length, from + Shown);
        return $"{(from > 0 ? "…" : "")}{text[from..to]}{(to < text.Length ? "…" : "")}".ReplaceLineEndings(" ");
    }
}
