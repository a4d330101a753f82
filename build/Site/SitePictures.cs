using System.Text.RegularExpressions;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Site;

/// <summary>The state diagrams, as the staff desk draws them: a desk is started on this machine and asked.</summary>
internal sealed partial class SitePictures : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly HttpClient _client;

    private SitePictures(WebApplication host)
    {
        _host = host;
        _client = new() { BaseAddress = new(host.Urls.Single()), DefaultRequestHeaders = { { "Accept-Language", "en" } } };
    }

    public static async Task<SitePictures> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddBorrowingWorkflow(workflow => workflow.UseInMemoryStore());
        builder.Services.AddBorrowingDesk();
        var host = builder.Build();
        host.MapBorrowingDesk("/desk");
        await host.StartAsync();
        return new(host);
    }

    /// <summary>The picture of what happens every day or, with a status, of what leads into it and out of it.</summary>
    /// <param name="id">What its ids on the site begin with.</param>
    /// <param name="status">The status; null for none.</param>
    /// <param name="linkTo">Where the box of a status leads.</param>
    /// <exception cref="SiteException">The desk drew none.</exception>
    public async Task<string> DrawAsync(string id, BorrowingStatus? status, Func<BorrowingStatus, string> linkTo)
    {
        var page = await _client.GetStringAsync(new Uri($"/desk/machine?status={status}", UriKind.Relative));
        var picture = Diagram().Match(page) is { Success: true } match ? match.Value : throw new SiteException("The desk's page of the machine has no diagram.");
        picture = Identifier().Replace(picture, found => $"{found.Groups[1].Value}{id}-machine");
        return Box().Replace(picture, found => $"href=\"{linkTo(Enum.Parse<BorrowingStatus>(found.Groups[1].Value))}\"");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [GeneratedRegex("""<svg class="diagram".*?</svg>""", RegexOptions.Singleline)]
    private static partial Regex Diagram();

    [GeneratedRegex("""( id="| aria-labelledby="| aria-describedby=")machine""")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"href=""[^""]*status=(\w+)[^""]*""")]
    private static partial Regex Box();
}
