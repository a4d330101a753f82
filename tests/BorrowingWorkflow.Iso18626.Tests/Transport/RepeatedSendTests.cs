using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>When a message is sent again, and when never.</summary>
public class RepeatedSendTests
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    [Fact]
    public async Task A_message_that_finds_no_connection_is_tried_again_and_arrives_once()
    {
        await using var server = new RawPeer();
        using var closed = new ClosedPort();
        var attempts = 0;
        await using var wire = new Wire(
            peer: peer => peer with { Endpoint = closed.Endpoint, Timeout = Long },
            options: options => options.Retries = 2,
            // The way to the server opens at the third attempt.
            host: services => services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new RedirectingHandler(() => ++attempts == 3 ? server.Endpoint : null))));

        Assert.Equal(Delivery.Delivered, await EndAsync(wire, wire.SendAsync(Sends.TheRequest)));

        Assert.Equal(3, attempts);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_message_that_never_finds_a_connection_is_certainly_not_delivered()
    {
        using var closed = new ClosedPort();
        var attempts = 0;
        await using var wire = new Wire(
            peer: peer => peer with { Endpoint = closed.Endpoint, Timeout = Long },
            options: options => options.Retries = 2,
            host: services => services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => new RedirectingHandler(() =>
            {
                attempts++;
                return null;
            }))));

        Assert.Equal(Delivery.NotDelivered, await EndAsync(wire, wire.SendAsync(Sends.TheRequest)));

        Assert.Equal(3, attempts);
        Assert.Contains("NotSent (ConnectionError)", wire.Logged, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(202)]
    public async Task What_may_have_arrived_is_not_tried_again(int status)
    {
        await using var wire = new Wire(Answers.Status(status), peer => peer with { Timeout = Long }, options => options.Retries = 5);

        Assert.Equal(Delivery.Unknown, await EndAsync(wire, wire.SendAsync(Sends.TheRequest)));

        Assert.Single(wire.Server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_of_the_hosts_that_repeats_requests_can_not_send_one_twice(bool copies)
    {
        var handler = new RepeatingHandler(copies);
        await using var wire = new Wire(
            Answers.Status(503), host: services => services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(() => handler)));

        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.TheRequest));

        Assert.Equal(2, handler.Tries);
        Assert.Single(wire.Server.Requests);
    }

    [Fact]
    public async Task A_connection_that_ends_under_a_later_message_does_not_send_it_twice()
    {
        await using var wire = new Wire();
        Assert.Equal(Delivery.Delivered, await wire.SendAsync(Sends.Of(EffectKind.SendRequest, id: "R-1/1/1")));
        wire.Server.Answer = Answers.Close;

        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.Of(EffectKind.SendRequest, id: "R-2/1/1")));

        Assert.Equal(1, wire.Server.Connections);
        Assert.Single(wire.Server.Requests, request => request.Header.RequestingAgencyRequestId == "R-2");
    }

    [Fact]
    [Clause("SE-7")]
    public async Task A_repetition_has_the_very_bytes_of_the_first()
    {
        await using var wire = new Wire(Answers.Status(500));
        await wire.SendAsync(Sends.Of(EffectKind.SendRequest));
        wire.Server.Answer = Answers.Ok;
        wire.Clock.Advance(TimeSpan.FromHours(1));
        await wire.SendAsync(Sends.Of(EffectKind.RepeatSend, id: "R-1/2/1", repeatOf: "R-1/1/1"));
        await wire.SendAsync(Sends.Of(EffectKind.RetrySend, id: "R-1/3/1", repeatOf: "R-1/1/1"));

        var bodies = wire.Server.Requests.Select(request => Encoding.UTF8.GetString(request.Body)).ToList();
        Assert.Equal(3, bodies.Count);
        Assert.Single(bodies.Distinct());
    }

    [Fact]
    public async Task A_partner_that_fails_is_left_alone_for_a_while()
    {
        await using var wire = new Wire(Answers.Status(500), options: options =>
        {
            options.CircuitThroughput = 3;
            options.CircuitBreak = TimeSpan.FromMinutes(1);
        });
        for (var number = 1; number <= 3; number++)
        {
            Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.Of(EffectKind.SendRequest, id: $"R-{number}/1/1")));
        }

        wire.Server.Answer = Answers.Ok;
        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.Of(EffectKind.SendRequest, id: "R-4/1/1")));
        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.Of(EffectKind.AskPartner, id: "R-1/2/1")));
        Assert.Equal(3, wire.Server.Requests.Count);
        Assert.Contains(1606, wire.EventIds);

        wire.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(Delivery.Delivered, await wire.SendAsync(Sends.Of(EffectKind.SendRequest, id: "R-4/1/1")));
        Assert.Equal(4, wire.Server.Requests.Count);
        Assert.Contains(1607, wire.EventIds);
    }

    [Fact]
    public async Task A_partner_that_refuses_or_answers_nonsense_is_not_taken_for_broken()
    {
        await using var wire = new Wire(options: options => options.CircuitThroughput = 2);
        foreach (var answer in new[] { Answers.Status(400), Answers.Text("?"), Answers.Status(404), Answers.Text("?") })
        {
            wire.Server.Answer = answer;
            await wire.SendAsync(Sends.ANote);
        }

        wire.Server.Answer = Answers.Ok;
        Assert.Equal(Delivery.Delivered, await wire.SendAsync(Sends.ANote));
    }

    [Theory]
    [InlineData(429, "Retry-After: 120\r\n", 120, Delivery.NotDelivered)]
    [InlineData(503, "Retry-After: 120\r\n", 120, Delivery.Unknown)]
    [InlineData(429, "Retry-After: Mon, 07 Sep 2026 09:05:00 GMT\r\n", 300, Delivery.NotDelivered)]
    [InlineData(429, "Retry-After: 999999\r\n", 3_600, Delivery.NotDelivered)]
    public async Task A_partner_that_names_a_time_is_left_alone_until_then(int status, string header, int seconds, Delivery first)
    {
        await using var wire = new Wire(Answers.Status(status, header));
        Assert.Equal(first, await wire.SendAsync(Sends.TheRequest));
        wire.Server.Answer = Answers.Ok;

        wire.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.ANote));
        Assert.Single(wire.Server.Requests);

        wire.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Delivery.Delivered, await wire.SendAsync(Sends.ANote));
    }

    [Fact]
    public async Task A_call_that_is_given_up_beforehand_sends_nothing()
    {
        await using var wire = new Wire();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.SendAsync(Sends.TheRequest, new CancellationToken(canceled: true)));

        Assert.Equal(0, wire.Server.Connections);
    }

    [Fact]
    public async Task A_call_that_is_given_up_under_way_ends_at_once()
    {
        using var giveUp = new CancellationTokenSource();
        await using var wire = new Wire();
        wire.Server.Answer = async (_, _) =>
        {
            await giveUp.CancelAsync();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, wire.Server.End);
            return false;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wire.SendAsync(Sends.TheRequest, giveUp.Token));
    }

    /// <summary>Lets the clock run until the send has ended.</summary>
    private static async Task<Delivery> EndAsync(Wire wire, Task<Delivery> send)
    {
        while (!send.IsCompleted)
        {
            wire.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        return await send;
    }
}
