using Markdig.Syntax;

namespace BorrowingWorkflow.Site;

/// <summary>A page of the documentation, taken apart.</summary>
/// <param name="Path">The file, relative to the checkout, with slashes.</param>
/// <param name="Title">What the navigation calls it.</param>
/// <param name="Section">The part of the navigation that it is in.</param>
/// <param name="Document">Its text.</param>
internal sealed record SitePage(string Path, string Title, string Section, MarkdownDocument Document)
{
    public const string Home = "README.md";
    public const string Index = "docs/README.md";
    public const string Statuses = "docs/statuses/README.md";

    /// <summary>The id of the page on the site; headings on it have ids that begin with it.</summary>
    public string Id { get; } = IdOf(Path);

    /// <summary>True for the page of one status; the navigation folds them.</summary>
    public bool IsStatus => Path.StartsWith("docs/statuses/", StringComparison.Ordinal) && !Path.EndsWith("/README.md", StringComparison.Ordinal);

    public static string IdOf(string path)
    {
        var name = path switch
        {
            Home => "home",
            Index => "documentation",
            _ when path.StartsWith("docs/", StringComparison.Ordinal) => path["docs/".Length..].Replace("/README.md", "", StringComparison.Ordinal),
            _ => $"about-{path}",
        };
        return string.Concat(name.Replace(".md", "", StringComparison.Ordinal).Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'));
    }
}
