using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>What is wrong with a host's configuration is said, and nothing is sent.</summary>
public class ConfigurationTests
{
    [Fact]
    public async Task A_library_without_an_agency_id_sends_nothing_and_the_log_names_it()
    {
        await using var wire = new Wire(options: options => options.Libraries.Clear());

        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.TheRequest));
        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.AQuestion));

        Assert.Equal(0, wire.Server.Connections);
        Assert.Contains("1602 Request R-1: library SDSU has no agency id", wire.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_without_a_peer_gets_nothing_and_the_log_names_it()
    {
        await using var wire = new Wire();

        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.Of(EffectKind.SendRequest, partner: "CHICO")));
        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.Of(EffectKind.AskPartner, partner: "CHICO")));

        Assert.Equal(0, wire.Server.Connections);
        Assert.Contains("1601 Request R-1: partner CHICO has no ISO 18626 peer", wire.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_can_not_be_written_is_not_sent_and_the_log_names_the_element()
    {
        await using var wire = new Wire(peer: peer => peer with { Agency = new("ISIL", "US\uFFFFCSUN") });

        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.TheRequest));

        Assert.Equal(0, wire.Server.Connections);
        Assert.Contains("1603 Request R-1: SendRequest to CSUN can't be written: /request/header/supplyingAgencyId", wire.Logged, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, Action<Iso18626Options>> Faults => new()
    {
        { "ConnectTimeout is 00:00:00", "allowed is 00:00:00.0100000 to 01:00:00", options => options.ConnectTimeout = TimeSpan.Zero },
        { "Retries is -1", "allowed is 0 to 10", options => options.Retries = -1 },
        { "RetryDelay is 00:02:00", "allowed is 00:00:00 to 00:01:00", options => options.RetryDelay = TimeSpan.FromMinutes(2) },
        { "CircuitFailureRatio is 0", "allowed is 0.01 to 1", options => options.CircuitFailureRatio = 0 },
        { "CircuitThroughput is 1", "allowed is 2 to 10000", options => options.CircuitThroughput = 1 },
        { "CircuitWindow is 00:00:00", "allowed is", options => options.CircuitWindow = TimeSpan.Zero },
        { "CircuitBreak is 2.00:00:00", "to 1.00:00:00", options => options.CircuitBreak = TimeSpan.FromDays(2) },
        { "LongestRetryAfter is -00:00:01", "allowed is", options => options.LongestRetryAfter = TimeSpan.FromSeconds(-1) },
        { "Libraries[SDSU] is no agency id", "such as ISIL", options => options.Libraries["SDSU"] = new("", "US-SDSU") },
        { "Limits is null", "Iso18626Limits.Default", options => options.Limits = null! },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_setting_that_can_not_be_kept_is_named(string setting, string allowed, Action<Iso18626Options> set)
    {
        await using var wire = new Wire(options: set);

        var refused = Assert.Throws<OptionsValidationException>(() => wire.Transport);

        Assert.Contains($"Iso18626Options.{setting}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_defaults_can_be_kept()
    {
        await using var wire = new Wire(options: options => options.Retries = new Iso18626Options().Retries);

        Assert.IsType<Iso18626.Transport.Iso18626Transport>(wire.Transport);
        Assert.Same(wire.Get<Iso18626Options>(), wire.Get<IOptions<Iso18626Options>>().Value);
    }

    [Fact]
    public async Task Peers_of_the_same_name_are_refused()
    {
        await using var wire = new Wire(host: services => services.AddSingleton(
            new Peer { Partner = "CSUN", Agency = new("ISIL", "US-OTHER"), Endpoint = new("http://localhost:1/") }));

        Assert.Throws<ArgumentException>(() => wire.Transport);
    }
}
