using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BorrowingWorkflow.Site;

/// <summary>Makes links between pages into links within the one page, and names headings so that they can be linked to.</summary>
internal sealed class SiteLinks(string root, IReadOnlyList<SitePage> pages)
{
    private readonly Dictionary<string, SitePage> _pages = pages.ToDictionary(page => page.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);

    /// <summary>The files that pages link to and that are no pages: id and path, in the order of the links.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>Where a link leads, relative to the checkout.</summary>
    public static string Resolve(string from, string link)
    {
        List<string> parts = [.. from.Split('/')[..^1]];
        foreach (var part in link.Split('#')[0].Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ""))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>The words of a heading or a link, without their marks.</summary>
    public static string TextOf(ContainerInline? inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            text.Append(part switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>Rewrites the links of a page and names its headings.</summary>
    /// <exception cref="SiteException">A link leads nowhere.</exception>
    public void Rewrite(SitePage page)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in page.Document.Descendants<HeadingBlock>())
        {
            var anchor = AnchorOf(TextOf(heading.Inline));
            var again = taken[anchor] = taken.GetValueOrDefault(anchor, -1) + 1;
            heading.GetAttributes().Id = $"{page.Id}--{(again == 0 ? anchor : $"{anchor}-{again}")}";
        }

        foreach (var link in page.Document.Descendants<LinkInline>())
        {
            link.Url = link.IsImage ? Image(page, link.Url!) : Target(page, link.Url!);
        }
    }

    private string Target(SitePage page, string url)
    {
        if (url.Contains("://", StringComparison.Ordinal) || url.StartsWith("mailto:", StringComparison.Ordinal))
        {
            return url;
        }

        var path = url.StartsWith('#') ? page.Path : Resolve(page.Path, url);
        var anchor = url.Contains('#', StringComparison.Ordinal) ? url[(url.IndexOf('#', StringComparison.Ordinal) + 1)..] : "";
        if (_pages.TryGetValue(path, out var target))
        {
            return anchor.Length == 0 ? $"#{target.Id}" : $"#{target.Id}--{anchor}";
        }

        if (!File.Exists(Path.Combine(root, path)))
        {
            throw new SiteException($"{page.Path}: {url} leads nowhere.");
        }

        var id = $"file-{SitePage.IdOf(path)}";
        _files.TryAdd(id, path);
        return $"#{id}";
    }

    private string Image(SitePage page, string url)
    {
        var file = Path.Combine(root, Resolve(page.Path, url));
        return File.Exists(file)
            ? $"data:image/{Path.GetExtension(file)[1..]};base64,{Convert.ToBase64String(File.ReadAllBytes(file))}"
            : throw new SiteException($"{page.Path}: the picture {url} is not there.");
    }

    /// <summary>As GitHub does: letters, digits, hyphens and underscores, in lower case; spaces are hyphens.</summary>
    private static string AnchorOf(string heading) => string.Concat(heading.Trim().ToLowerInvariant()
        .Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or ' ')
        .Select(letter => letter == ' ' ? '-' : letter));
}
