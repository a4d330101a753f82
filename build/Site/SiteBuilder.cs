using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using BorrowingWorkflow.Requests;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace BorrowingWorkflow.Site;

/// <summary>Makes one HTML page of all Markdown pages. It loads nothing: style, pictures and diagrams are in it, and it has no script.</summary>
internal static class SiteBuilder
{
    /// <summary>Builds the site.</summary>
    /// <param name="root">The checkout.</param>
    /// <exception cref="SiteException">The documentation is not in order.</exception>
    public static async Task<(string Html, IReadOnlyList<SitePage> Pages)> BuildAsync(string root)
    {
        var pages = SiteIndex.Read(root);
        var links = new SiteLinks(root, pages);
        await using var pictures = await SitePictures.StartAsync();

        var text = new StringBuilder();
        foreach (var page in pages)
        {
            links.Rewrite(page);
            await PutPicturesAsync(page, pictures);
            text.Append(CultureInfo.InvariantCulture, $"<article id=\"{page.Id}\"{(page.Path == SitePage.Home ? " class=\"home\"" : "")}>\n{Render(page.Document)}</article>\n");
        }

        foreach (var (id, path) in links.Files)
        {
            var source = await File.ReadAllTextAsync(Path.Combine(root, path));
            text.Append(CultureInfo.InvariantCulture, $"<article id=\"{id}\">\n<h1>{Encode(Path.GetFileName(path))}</h1>\n<p><code>{Encode(path)}</code></p>\n<pre tabindex=\"0\"><code>{Encode(source)}</code></pre>\n</article>\n");
        }

        return (SiteFrame.Around(pages, text.ToString()), pages);
    }

    private static async Task PutPicturesAsync(SitePage page, SitePictures pictures)
    {
        if (page.IsStatus)
        {
            var status = BorrowingStatusExtensions.All.Single(status => LinkTo(status) == $"#{page.Id}");
            page.Document.Insert(2, Raw($"<div class=\"picture wide\" tabindex=\"0\">{await pictures.DrawAsync(page.Id, status, LinkTo)}</div>"));
        }

        foreach (var diagram in page.Document.OfType<FencedCodeBlock>().Where(block => block.Info == "mermaid").ToArray())
        {
            // A state diagram is the everyday way, and the picture shows as much; a flowchart is the whole table, and its text says more.
            var drawn = $"<div class=\"picture wide\" tabindex=\"0\">{await pictures.DrawAsync(page.Id, null, LinkTo)}</div>";
            var isWhole = diagram.Lines.ToString().StartsWith("flowchart", StringComparison.Ordinal);
            var more = isWhole ? $"\n<details><summary>The whole diagram, as text for Mermaid</summary><pre tabindex=\"0\"><code>{Encode(diagram.Lines.ToString())}</code></pre></details>" : "";
            page.Document[page.Document.IndexOf(diagram)] = Raw($"{(isWhole ? "<p>What happens every day, of the diagram:</p>\n" : "")}{drawn}{more}");
        }
    }

    private static string LinkTo(BorrowingStatus status) =>
        $"#{SitePage.IdOf($"docs/statuses/{JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString())}.md")}";

    private static HtmlBlock Raw(string html) => new(null) { Lines = new(html), Type = HtmlBlockType.NonInterruptingBlock };

    private static string Render(MarkdownDocument document)
    {
        foreach (var comment in document.Descendants<HtmlBlock>().Where(block => block.Type == HtmlBlockType.Comment).ToArray())
        {
            comment.Parent!.Remove(comment);
        }

        // What is wider than a phone scrolls, and the keyboard has to reach what scrolls.
        foreach (var code in document.Descendants<CodeBlock>())
        {
            code.GetAttributes().AddProperty("tabindex", "0");
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        SiteIndex.Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<HtmlTableRenderer>(new ScrollingTables());
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new CodeBlockRenderer { OutputAttributesOnPre = true });
        renderer.Render(document);
        return writer.ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A table that is wider than a phone scrolls in a region of its own, which the keyboard reaches.</summary>
    private sealed class ScrollingTables : HtmlTableRenderer
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.Write("<div class=\"sheet\" tabindex=\"0\">");
            base.Write(renderer, table);
            renderer.WriteLine("</div>");
        }
    }
}
