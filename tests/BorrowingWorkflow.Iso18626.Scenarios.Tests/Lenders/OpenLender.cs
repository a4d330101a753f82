using BorrowingWorkflow.Cli.Serving;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Iso18626.Mock;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests.Lenders;

/// <summary>A mock lender on Kestrel, in the lenders' process. Its clock is set and its words are brought out by order alone.</summary>
internal sealed class OpenLender : IAsyncDisposable
{
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _http = new();
    private readonly Desk _desk;
    private MockLenderHost? _host;
    private MockCourier? _courier;
    private string _url = "http://127.0.0.1:0";

    public OpenLender(Opening opening)
    {
        Clock = new(opening.Now);
        _desk = new(Stream.Null, TextWriter.Null) { Clock = Clock };
        Mock = new(opening.Scenario, opening.Options, Clock)
        {
            Watcher = exchange =>
            {
                if (exchange.IsIncoming)
                {
                    _heard.TrySetResult();
                }
            },
        };
    }

    public FakeTimeProvider Clock { get; }

    public MockLender Mock { get; }

    public Uri Address => new($"{_url}/iso18626");

    /// <summary>Ends when the first message of the borrower's has come in.</summary>
    public Task Heard => _heard.Task;

    /// <summary>Begins to listen; again, on the same port, after a stop.</summary>
    public async Task StartAsync()
    {
        _host = await MockLenderHost.StartAsync(_desk, Mock, _url, borrower: null, apiKey: null, CancellationToken.None);
        _url = _host.Address;
    }

    /// <summary>Is down: nobody listens on its port.</summary>
    public async Task StopAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.DisposeAsync();
        }
    }

    public void SpeakTo(Uri borrower, string key)
    {
        _http.DefaultRequestHeaders.Add("X-Api-Key", key);
        _courier = new(Mock, _http, borrower, NullLogger<MockCourier>.Instance);
    }

    /// <summary>Brings what is due to the borrower.</summary>
    public Task<int> SpeakAsync() => _courier!.BringDueAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http.Dispose();
    }
}
