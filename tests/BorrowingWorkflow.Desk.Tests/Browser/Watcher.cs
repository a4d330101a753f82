using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace BorrowingWorkflow.Desk.Tests.Browser;

/// <summary>
/// Sees what a page must never do: ask another host, be refused something by its own content security policy, log an error, throw, or
/// weigh more than it may on a first visit.
/// </summary>
internal sealed partial class Watcher
{
    /// <summary>The most that a page may weigh with all that it asks for, in bytes of bodies.</summary>
    public const int MostBytes = 100_000;

    private readonly Lock _gate = new();
    private readonly Uri _home;
    private readonly IPage _page;
    private readonly HashSet<int> _expected = [];
    private readonly List<string> _amiss = [];
    private readonly List<PageLoad> _loads = [];
    private readonly Dictionary<string, int> _bytes = new(StringComparer.Ordinal);
    private readonly List<Task> _weighing = [];

    public Watcher(IBrowserContext context, IPage page, Uri home)
    {
        (_page, _home) = (page, home);
        context.Request += (_, request) => See(request);
        context.RequestFinished += (_, request) => Weigh(request);
        context.Console += (_, message) => See(message);
        context.WebError += (_, error) => Add($"a script threw {error.Error}");
    }

    /// <summary>The pages that were opened, oldest first, each with what it weighs on a first visit, in bytes.</summary>
    public async Task<IReadOnlyList<(string Page, int Bytes)>> WeightsAsync()
    {
        await Task.WhenAll(Locked(() => _weighing.ToArray()));
        return Locked(() => _loads.Select(load => (load.Address, load.Parts.Sum(part => _bytes.GetValueOrDefault(part)))).ToList());
    }

    /// <summary>Lets pages answer with a status that browsers log as an error.</summary>
    public void Expect(int status) => Locked(() => _expected.Add(status));

    /// <summary>What was amiss so far; empty where all is well.</summary>
    public async Task<IReadOnlyList<string>> AmissAsync()
    {
        var heavy = (await WeightsAsync()).Where(load => load.Bytes > MostBytes)
            .Select(load => $"{load.Page} weighs {load.Bytes:N0} bytes, more than {MostBytes:N0}");
        return [.. Locked(() => _amiss.ToArray()), .. heavy];
    }

    public async Task EnsureNothingAmissAsync()
    {
        if (await AmissAsync() is { Count: > 0 } amiss)
        {
            Assert.Fail(string.Join('\n', amiss));
        }
    }

    private void See(IRequest request)
    {
        var url = new Uri(request.Url);
        if (url.Scheme is "http" or "https" or "ws" or "wss" && url.Authority != _home.Authority)
        {
            Add($"{_page.Url} asked for {request.Url}");
        }

        Locked(() =>
        {
            if (request.IsNavigationRequest && request.Frame == _page.MainFrame)
            {
                _loads.Add(new(request.Url));
            }

            return _loads.LastOrDefault()?.Parts.Add(request.Url);
        });
    }

    private void Weigh(IRequest request)
    {
        var weighing = WeighAsync();
        Locked(() => _weighing.Add(weighing));

        async Task WeighAsync()
        {
            try
            {
                var sizes = await request.SizesAsync();

                // What comes from the cache later has no size.
                Locked(() => _bytes[request.Url] = Math.Max(_bytes.GetValueOrDefault(request.Url), sizes.ResponseBodySize));
            }
            catch (PlaywrightException)
            {
                // The page was left before its part had come.
            }
        }
    }

    private void See(IConsoleMessage message)
    {
        if (message.Type == "error" && !IsExpected(message.Text))
        {
            Add($"{_page.Url} logged: {message.Text} ({message.Location})");
        }
    }

    private bool IsExpected(string message) => FailedToLoad().Match(message) is { Success: true, Groups: [_, var status] }
        && Locked(() => _expected.Contains(int.Parse(status.ValueSpan, CultureInfo.InvariantCulture)));

    private void Add(string amiss) => Locked(() =>
    {
        _amiss.Add(amiss);
        return true;
    });

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }

    private void Locked(Action work)
    {
        lock (_gate)
        {
            work();
        }
    }

    [GeneratedRegex("^Failed to load resource: the server responded with a status of ([0-9]{3}) ")]
    private static partial Regex FailedToLoad();
}
