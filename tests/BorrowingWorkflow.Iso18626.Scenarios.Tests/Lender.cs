using BorrowingWorkflow.Iso18626.Dialects;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Scenarios.Tests.Lenders;
using BorrowingWorkflow.Partners;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>A mock lender in the lenders' process, whose words the test brings out.</summary>
internal sealed class Lender
{
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

    public RemoteMock Mock { get; private set; } = null!;

    public Partner Partner => new(Code) { Profile = new() { AnswersStatusRequests = AnswersStatusRequests } };

    public Peer Peer => new() { Partner = Code, Agency = Agency, Endpoint = Mock.Address, Version = Version, Dialect = Dialect };

    /// <summary>Comes to be, and listens.</summary>
    public async Task OpenAsync(LenderProcess process, DateTimeOffset now)
    {
        var opening = new Opening(Scenario, new() { Agency = Agency, Version = Version, Delay = Delay }, now);
        var opened = await process.AskAsync<Opened>("lenders", opening);
        Assert.Equal(opening, opened.As);
        Mock = new(process, opened);
    }

    /// <summary>Listens again, on the same port, after a stop.</summary>
    public Task StartAsync() => Mock.DoAsync("start");

    /// <summary>Is down: nobody listens on its port.</summary>
    public Task StopAsync() => Mock.DoAsync("stop");

    public Task SetClockAsync(DateTimeOffset now) => Mock.DoAsync("clock", now);

    /// <summary>Ends when the first message of the borrower's has come in.</summary>
    public Task HeardAsync() => Mock.DoAsync("heard");

    public Task ListenToAsync(string borrower, string key) =>
        Mock.DoAsync($"borrower?address={Uri.EscapeDataString($"{borrower}/iso18626")}&key={Uri.EscapeDataString(key)}");

    /// <summary>Brings what is due to the borrower.</summary>
    public Task<int> SpeakAsync() => Mock.AskAsync<int>("speak");

    /// <summary>Stops, and is forgotten with all that it had.</summary>
    public Task CloseAsync() => Mock.DoAsync("close");
}
