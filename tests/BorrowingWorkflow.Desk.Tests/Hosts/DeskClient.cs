using System.Net;
using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Desk.Tests.Hosts;

/// <summary>A caller without a browser: it keeps cookies, follows no redirect, and sends what the test says.</summary>
internal sealed partial class DeskClient : IDisposable
{
    private readonly HttpClient _client;

    public DeskClient(DeskHost desk, CookieContainer? cookies = null)
    {
        Cookies = cookies ?? new();
        _client = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = desk.Address };
    }

    public CookieContainer Cookies { get; }

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request);
    }

    public async Task<string> GetTextAsync(string path) => await (await GetAsync(path)).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        _client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields));

    /// <summary>The fields of a form on a page, as a browser would send them.</summary>
    /// <param name="path">The page.</param>
    /// <param name="having">What the form's text has and no other's.</param>
    public async Task<Dictionary<string, string>> FormAsync(string path, string having)
    {
        var form = Forms().Matches(await GetTextAsync(path)).Select(match => match.Value).First(form => form.Contains(having, StringComparison.Ordinal));
        return Fields().Matches(form).ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Fields();
}
