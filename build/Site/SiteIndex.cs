using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BorrowingWorkflow.Site;

/// <summary>Reads the pages in the order of the index, docs/README.md: its headings are the parts of the navigation, its lists the pages.</summary>
internal static class SiteIndex
{
    /// <summary>What the pages are written in, for reading and for rendering.</summary>
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <exception cref="SiteException">A page is in no index, or the index names a page that is not there.</exception>
    public static IReadOnlyList<SitePage> Read(string root)
    {
        var index = Parse(root, SitePage.Index);
        List<SitePage> pages = [new(SitePage.Home, "BorrowingWorkflow", "", Parse(root, SitePage.Home)), new(SitePage.Index, "All pages", "", index)];
        foreach (var (section, title, path) in Listed(SitePage.Index, index))
        {
            pages.Add(new(path, title, section, Parse(root, path)));
            if (path == SitePage.Statuses)
            {
                pages.AddRange(Linked(SitePage.Statuses, pages[^1].Document, "docs/statuses/").Select(status => new SitePage(status.Path, status.Title, section, Parse(root, status.Path))));
            }
        }

        string[] missing = [.. Files(root).Except(pages.Select(page => page.Path), StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return missing.Length == 0
            ? pages
            : throw new SiteException($"No index names {string.Join(", ", missing)}: add a line to {SitePage.Index}, under the heading where a reader would look.");
    }

    private static IEnumerable<string> Files(string root) =>
        Directory.GetFiles(Path.Combine(root, "docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.GetFiles(root, "*.md"))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj"));

    /// <summary>The first link of each line of the lists, with the heading above it.</summary>
    private static IEnumerable<(string Section, string Title, string Path)> Listed(string from, MarkdownDocument index)
    {
        var section = "";
        foreach (var block in index)
        {
            if (block is HeadingBlock { Level: 2, Inline: { } heading })
            {
                section = SiteLinks.TextOf(heading);
            }

            foreach (var item in (block as ListBlock)?.OfType<ListItemBlock>() ?? [])
            {
                if (item.Descendants<LinkInline>().FirstOrDefault() is { Url: { } url } link)
                {
                    yield return (section, SiteLinks.TextOf(link), SiteLinks.Resolve(from, url));
                }
            }
        }
    }

    private static IEnumerable<(string Path, string Title)> Linked(string from, MarkdownDocument page, string under) =>
        page.Descendants<LinkInline>()
            .Where(link => link.Url is { } url && !url.Contains('#', StringComparison.Ordinal) && SiteLinks.Resolve(from, url).StartsWith(under, StringComparison.Ordinal))
            .Select(link => (SiteLinks.Resolve(from, link.Url!), SiteLinks.TextOf(link)));

    private static MarkdownDocument Parse(string root, string path) => File.Exists(Path.Combine(root, path))
        ? Markdown.Parse(File.ReadAllText(Path.Combine(root, path)), Pipeline)
        : throw new SiteException($"The index names {path}, which is not there.");
}
