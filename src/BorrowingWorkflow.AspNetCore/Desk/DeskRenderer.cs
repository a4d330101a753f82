using System.Text;
using BorrowingWorkflow.AspNetCore.Desk.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>Writes pages. A page is made whole before its first byte goes out, so that a fault never leaves half a page.</summary>
internal sealed class DeskRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    /// <summary>Answers with a page.</summary>
    public async Task WriteAsync(DeskCall desk, string title, string? place, RenderFragment body, int status = StatusCodes.Status200OK)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var content = new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(DeskDocument.Content)] = Shell.Of(desk, title, place, body) };
            var root = await renderer.RenderComponentAsync<DeskDocument>(ParameterView.FromDictionary(content));
            using var writer = new StringWriter(new StringBuilder("<!DOCTYPE html>\n", 32 * 1024));
            root.WriteHtmlTo(writer);
            return writer.ToString();
        });
        var bytes = Encoding.UTF8.GetBytes(html);
        var response = desk.Context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(desk.Context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, desk.Aborted);
        }
    }
}
