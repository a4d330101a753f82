using System.Globalization;
using System.Net;
using System.Reflection;
using System.Text;

namespace BorrowingWorkflow.Site;

/// <summary>What stands around the pages: head, style and navigation. One page shows at a time, by style alone.</summary>
internal static class SiteFrame
{
    public static string Around(IReadOnlyList<SitePage> pages, string articles)
    {
        var text = new StringBuilder();
        text.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        text.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n");
        text.Append("<title>BorrowingWorkflow: documentation</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n");
        text.Append(Style("pictures.css")).Append(Style("site.css")).Append(Here(pages));
        text.Append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#pages\">To the text</a>\n<input type=\"checkbox\" id=\"menu\" aria-label=\"Show the pages\">\n");
        text.Append("<header><a class=\"brand\" href=\"#home\">BorrowingWorkflow</a><label for=\"menu\">Pages</label></header>\n");
        text.Append(Navigation(pages)).Append(CultureInfo.InvariantCulture, $"<main id=\"pages\">\n{articles}</main>\n</body>\n</html>\n");
        return text.ToString();
    }

    private static string Navigation(IReadOnlyList<SitePage> pages)
    {
        var text = new StringBuilder("<nav aria-label=\"Pages\">\n");
        foreach (var section in pages.GroupBy(page => page.Section))
        {
            text.Append(section.Key.Length == 0 ? "<ul>\n" : $"<h2>{Encode(section.Key)}</h2>\n<ul>\n");
            foreach (var page in section.Where(page => !page.IsStatus))
            {
                text.Append(CultureInfo.InvariantCulture, $"<li>{LinkTo(page)}");
                if (page.Path == SitePage.Statuses)
                {
                    text.Append("<details><summary>Each status</summary><ul>\n");
                    text.AppendJoin("", pages.Where(status => status.IsStatus).Select(status => $"<li>{LinkTo(status)}</li>\n")).Append("</ul></details>");
                }

                text.Append("</li>\n");
            }

            text.Append("</ul>\n");
        }

        return text.Append("</nav>\n").ToString();
    }

    private static string LinkTo(SitePage page) => $"<a href=\"#{page.Id}\">{Encode(page.Title)}</a>";

    /// <summary>The navigation says where one is; for the page of a status, which is folded away, at the index of the statuses too.</summary>
    private static string Here(IReadOnlyList<SitePage> pages) => string.Concat(pages.Select(page =>
    {
        List<string> links = [Link($"body:has(#{page.Id}:target,#{page.Id} :target)", page.Id)];
        if (page.IsStatus)
        {
            links.Add(Link($"body:has(#{page.Id}:target,#{page.Id} :target)", SitePage.IdOf(SitePage.Statuses)));
        }
        else if (page.Path == SitePage.Home)
        {
            links.Add(Link("body:not(:has(article:target,article :target))", page.Id));
        }

        return $"{string.Join(',', links)}{{background:var(--accent);color:var(--accent-ink)}}\n";
    }));

    private static string Link(string where, string id) => $"{where} nav a[href=\"#{id}\"]";

    private static string Style(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
