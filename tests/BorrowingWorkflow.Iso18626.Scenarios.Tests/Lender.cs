using BorrowingWorkflow.Cli.Serving;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Partners;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>A mock lender on Kestrel, whose words the test brings out.</summary>
internal sealed class Lender : IAsyncDisposable
{
    private MockLenderHost? _host;
    private MockCourier? _courier;
    private HttpClient? _http;
    private Uri? _address;

    /// <param name="code">The partner's code.</param>
    /// <param name="scenario">How it behaves.</param>
    /// <param name="version">The version that is spoken with it.</param>
    /// <param name="dialect">What its system does otherwise.</param>
    public Lender(string code, MockScenario scenario, Iso18626Version version, Dialect? dialect)
    {
        (Code, Scenario, Version, Dialect) = (code, scenario, version, dialect ?? Dialect.Standard);
    }

    public string Code { get; }

    public MockScenario Scenario { get; }

    public Iso18626Version Version { get; }

    public Dialect Dialect { get; }

    public AgencyId Agency => new("ISIL", $"US-{Code}");

    /// <summary>How long one delay of its scenario takes.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(200);

    public bool AnswersStatusRequests { get; init; } = true;

    public MockLender Mock { get; private set; } = null!;

    /// <summary>Ends when the first message of the borrower's has come in.</summary>
    public TaskCompletionSource Heard { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Partner Partner => new(Code) { Profile = new() { AnswersStatusRequests = AnswersStatusRequests } };

    public Peer Peer => new() { Partner = Code, Agency = Agency, Endpoint = _address!, Version = Version, Dialect = Dialect };

    /// <summary>Begins to listen; again, on the same port, after a stop.</summary>
    public async Task StartAsync(TimeProvider clock)
    {
        Mock ??= new(Scenario, new() { Agency = Agency, Version = Version, Delay = Delay }, clock)
        {
            Watcher = exchange =>
            {
                if (exchange.IsIncoming)
                {
                    Heard.TrySetResult();
                }
            },
        };
        var desk = new Desk(Stream.Null, TextWriter.Null) { Clock = clock };
        var url = _address is null ? "http://127.0.0.1:0" : _address.GetLeftPart(UriPartial.Authority);
        _host = await MockLenderHost.StartAsync(desk, Mock, url, borrower: null, apiKey: null, CancellationToken.None);
        _address ??= new($"{_host.Address}/iso18626");
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

    public void ListensTo(string borrower, string key)
    {
        _http = new HttpClient();
        _http.DefaultRequestHeaders.Add("X-Api-Key", key);
        _courier = new(Mock, _http, new($"{borrower}/iso18626"), NullLogger<MockCourier>.Instance);
    }

    /// <summary>Brings what is due to the borrower.</summary>
    public Task<int> SpeakAsync() => _courier!.BringDueAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _http?.Dispose();
    }
}
