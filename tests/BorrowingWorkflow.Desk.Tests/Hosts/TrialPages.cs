using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.Desk.Tests.Hosts;

/// <summary>Pages that try the tests' own tools: under the strictest policy that still lets a site's own files in.</summary>
internal static class TrialPages
{
    public const string Quiet = """<main><h1>Quiet</h1><p class="dark" lang="en">Nothing is amiss here.</p><script src="/quiet.js"></script></main>""";

    /// <summary>Maps /trial with a body, and its two files.</summary>
    public static void Map(WebApplication app, string body)
    {
        app.MapGet("/trial", (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' http://localhost:*";
            var language = context.Request.Headers.AcceptLanguage.ToString();
            return Results.Content(
                $"""
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Trial</title>
                <link rel="icon" href="/quiet.svg"><link rel="stylesheet" href="/quiet.css"></head>
                <body data-language="{language}">{body}</body></html>
                """,
                "text/html; charset=utf-8");
        });
        app.MapGet("/quiet.css", () => Results.Text(
            "body { color: #111; background: #fff } @media (prefers-color-scheme: dark) { body { color: #eee; background: #111 } }", "text/css"));
        app.MapGet("/quiet.js", () => Results.Text("document.body.dataset.scripts = 'yes';", "text/javascript"));
        app.MapGet("/quiet.svg", () => Results.Text("""<svg xmlns="http://www.w3.org/2000/svg"/>""", "image/svg+xml"));
        app.MapGet("/refused", () => Results.Content(
            """<!DOCTYPE html><html lang="en"><title>No</title><link rel="icon" href="/quiet.svg"><p>No.</p></html>""", "text/html", statusCode: StatusCodes.Status403Forbidden));
        app.MapGet("/throws.js", () => Results.Text("throw new Error('thrown on purpose');", "text/javascript"));
        app.MapGet("/logs.js", () => Results.Text("console.error('logged on purpose');", "text/javascript"));
        app.MapGet("/heavy.css", () => Results.Text($"/* {new string('x', 100_000)} */", "text/css"));
        app.MapGet("/grey.css", () => Results.Text(".grey { color: #444 }", "text/css"));
        app.MapGet("/bare.css", () => Results.Text("body { margin: 0 } svg { display: block }", "text/css"));
    }

    /// <summary>Maps a style sheet of a length that browsers keep.</summary>
    public static void MapCached(WebApplication app, string path, int length) => app.MapGet(path, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text("/*".PadRight(length - 2, 'x') + "*/", "text/css");
    });
}
