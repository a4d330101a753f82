using System.Globalization;
using System.Text;

namespace BorrowingWorkflow.Requests;

/// <summary>Tells whether two citations ask for the same title. Pure.</summary>
/// <remarks>
/// The same title is one that shares an identifier or, where both lack one, title and author. An article is told by its DOI, or by
/// what it appeared in together with its own title: two articles of one journal have the same ISSN and are two titles.
/// </remarks>
internal static class CitationMatch
{
    private static readonly string[] LeadingArticles = ["the ", "a ", "an "];

    /// <summary>
    /// Keys of the citation, ordinally comparable: one for each identifier (<c>isbn:9780306406157</c>), or one of title and author
    /// (<c>title:left hand of darkness|guin le ursula</c>) where it has none; empty where it has neither identifier nor title.
    /// </summary>
    public static IReadOnlyList<string> Keys(Citation citation)
    {
        var title = Title(citation.Title);
        var keys = Identifiers.KeysOf(citation);
        if (keys.Count == 0)
        {
            return title.Length > 0 ? [$"title:{title}|{Author(citation.Author)}"] : [];
        }

        return citation.Type == CitationType.Article && title.Length > 0 ? [.. keys.Select(key => OfArticle(key, title))] : keys;
    }

    /// <summary>True where the two share a key.</summary>
    public static bool SameTitle(Citation a, Citation b)
    {
        var keys = Keys(a);
        return keys.Count > 0 && Keys(b).Any(keys.Contains);
    }

    private static string OfArticle(string key, string title) => key.StartsWith("doi:", StringComparison.Ordinal) ? key : $"{key}|{title}";

    private static string Title(string? title)
    {
        var words = Words(title);
        var article = Array.Find(LeadingArticles, article => words.StartsWith(article, StringComparison.Ordinal));
        return article is null ? words : words[article.Length..];
    }

    // The order of the names, dates of birth and initials differ from one source to the next.
    private static string Author(string? author)
    {
        var all = Words(author).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = all.Where(word => word.Length > 1 && !char.IsDigit(word[0])).ToArray();
        var kept = names.Length > 0 ? names : all;
        Array.Sort(kept, StringComparer.Ordinal);
        return string.Join(' ', kept);
    }

    private static string Words(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var words = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                words.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
                && rune.Value is not ('\'' or '\u2019')
                && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString().TrimEnd();
    }

    private static string Decomposed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            // A lone surrogate can't be normalised; a citation may hold anything.
            return text;
        }
    }
}
