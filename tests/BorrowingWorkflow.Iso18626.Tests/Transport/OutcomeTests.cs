using System.Text;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>What is certain of a message, by what the partner's server does. In every case it was posted once at most.</summary>
public class OutcomeTests
{
    private const string Declaration = "<!DOCTYPE x [<!ENTITY a \"a\">]>";

    private static readonly Dictionary<string, (Func<RawRequest, Stream, Task<bool>> Answer, Delivery Outcome)> Servers = new()
    {
        ["confirms"] = (Answers.Ok, Delivery.Delivered),
        ["confirms in chunks"] = (Answers.Raw(Chunked), Delivery.Delivered),
        ["confirms without a length"] = (Answers.Raw(request => [.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. Answers.Confirmation(request)]), Delivery.Delivered),
        ["confirms with milliseconds cut off"] = (Answers.Confirming(header => header with { Timestamp = Whole(header) }), Delivery.Delivered),
        ["gives the message's time as that of receipt"] = (Answers.Confirming(header => header with { Timestamp = header.TimestampReceived, TimestampReceived = header.Timestamp }), Delivery.Delivered),
        ["says ERROR"] = (Answers.Error(ErrorType.UnrecognisedDataElement), Delivery.NotDelivered),
        ["says ERROR without ids, since it could not read"] = (Unread, Delivery.NotDelivered),
        ["confirms another request"] = (Answers.Confirming(header => header with { RequestingAgencyRequestId = "R-2" }), Delivery.Unknown),
        ["confirms another timestamp"] = (Answers.Confirming(header => header with { Timestamp = Sends.Decided.AddMinutes(1) }), Delivery.Unknown),
        ["confirms no request by name"] = (Answers.Confirming(header => header with { RequestingAgencyRequestId = null }), Delivery.Unknown),
        ["refuses another request"] = (Answers.Body(request => Answers.Confirmation(request, new() { ErrorType = ErrorType.UnrecognisedDataValue }, header => header with { RequestingAgencyRequestId = "R-2" })), Delivery.Unknown),
        ["confirms another kind of message"] = (Answers.Body(OtherKind), Delivery.Unknown),
        ["sends the message back"] = (Answers.Body(request => request.Body), Delivery.Unknown),
        ["answers nothing with 200"] = (Answers.Text(""), Delivery.Unknown),
        ["answers a page"] = (Answers.Text("<html><body>Welcome</body></html>"), Delivery.Unknown),
        ["answers no XML"] = (Answers.Text("OK"), Delivery.Unknown),
        ["declares a document type"] = (Answers.Body(request => [.. Encoding.UTF8.GetBytes(Declaration), .. Answers.Confirmation(request)]), Delivery.Unknown),
        ["answers half a body"] = (Answers.Raw(request => [.. Encoding.ASCII.GetBytes(Answers.Head(200, 5_000)), .. Answers.Confirmation(request)[..200]]), Delivery.Unknown),
        ["answers half a body without a length"] = (Answers.Raw(request => [.. "HTTP/1.1 200 OK\r\n\r\n"u8, .. Answers.Confirmation(request)[..^20]]), Delivery.Unknown),
        ["answers half a head"] = (Answers.Raw(_ => [.. "HTTP/1.1 200 OK\r\nContent-"u8]), Delivery.Unknown),
        ["speaks no HTTP"] = (Answers.Raw(_ => [.. "220 mail.example.org ESMTP\r\n"u8]), Delivery.Unknown),
        ["answers without end"] = (Endless, Delivery.Unknown),
        ["reads and closes"] = (Answers.Close, Delivery.Unknown),
        ["is accepted, 202"] = (Answers.Status(202), Delivery.Unknown),
        ["is moved, 302"] = (Answers.Status(302, "Location: /elsewhere\r\n"), Delivery.Unknown),
        ["is moved, 307"] = (Answers.Status(307, "Location: /elsewhere\r\n"), Delivery.NotDelivered),
        ["can't read it, 400"] = (Answers.Status(400), Delivery.NotDelivered),
        ["does not know who writes, 401"] = (Answers.Status(401, "WWW-Authenticate: Basic realm=\"x\"\r\n"), Delivery.NotDelivered),
        ["does not let it in, 403"] = (Answers.Status(403), Delivery.NotDelivered),
        ["is not there, 404"] = (Answers.Status(404), Delivery.NotDelivered),
        ["takes no POST, 405"] = (Answers.Status(405), Delivery.NotDelivered),
        ["gave up reading, 408"] = (Answers.Status(408), Delivery.Unknown),
        ["has a conflict, 409"] = (Answers.Status(409), Delivery.Unknown),
        ["finds it too large, 413"] = (Answers.Status(413), Delivery.NotDelivered),
        ["takes no XML, 415"] = (Answers.Status(415), Delivery.NotDelivered),
        ["is early, 425"] = (Answers.Status(425), Delivery.NotDelivered),
        ["has too much to do, 429"] = (Answers.Status(429), Delivery.NotDelivered),
        ["is odd, 499"] = (Answers.Status(499), Delivery.Unknown),
        ["is broken, 500"] = (Answers.Status(500), Delivery.Unknown),
        ["stands before a broken one, 502"] = (Answers.Status(502), Delivery.Unknown),
        ["has no time, 503"] = (Answers.Status(503), Delivery.Unknown),
        ["waited in vain, 504"] = (Answers.Status(504), Delivery.Unknown),
    };

    public static TheoryData<string> Names => [.. Servers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_outcome_of_a_request_is_what_is_certain_of_it_when_the_server(string name)
    {
        await using var wire = new Wire(Servers[name].Answer);

        Assert.Equal(Servers[name].Outcome, await wire.SendAsync(Sends.TheRequest));

        Assert.Single(wire.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_outcome_of_a_message_is_what_is_certain_of_it_when_the_server(string name)
    {
        await using var wire = new Wire(Servers[name].Answer);

        Assert.Equal(Servers[name].Outcome, await wire.SendAsync(Sends.ANote));

        Assert.Single(wire.Server.Requests);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_question_is_answered_by_a_confirmation_only_and_not_when_the_server(string name)
    {
        await using var wire = new Wire(Servers[name].Answer);

        var expected = Servers[name].Outcome == Delivery.Delivered ? Delivery.Delivered : Delivery.Unknown;
        Assert.Equal(expected, await wire.SendAsync(Sends.AQuestion));

        Assert.Single(wire.Server.Requests);
    }

    [Fact]
    public async Task Nothing_is_certain_of_a_message_whose_connection_is_reset_while_it_is_read()
    {
        await using var wire = new Wire();
        wire.Server.Welcome = Answers.Reset;

        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.TheRequest));

        Assert.Empty(wire.Server.Requests);
        Assert.Equal(1, wire.Server.Connections);
    }

    [Fact]
    public async Task Nothing_is_certain_of_a_message_that_gets_no_answer_in_time()
    {
        await using var wire = new Wire();
        wire.Server.Answer = async (_, _) =>
        {
            wire.Clock.Advance(wire.Peer.Timeout);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, wire.Server.End);
            return false;
        };

        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.TheRequest));

        Assert.Single(wire.Server.Requests);
        Assert.Contains("time-out", wire.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_for_an_answer_counts_its_body_too()
    {
        await using var wire = new Wire();
        wire.Server.Answer = async (request, stream) =>
        {
            var body = Answers.Confirmation(request);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(Answers.Head(200, body.Length)));
            await stream.WriteAsync(body.AsMemory(0, body.Length / 2));
            wire.Clock.Advance(wire.Peer.Timeout);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, wire.Server.End);
            return false;
        };

        Assert.Equal(Delivery.Unknown, await wire.SendAsync(Sends.TheRequest));

        Assert.Single(wire.Server.Requests);
    }

    [Fact]
    public async Task A_slow_answer_in_time_is_an_answer()
    {
        await using var wire = new Wire();
        wire.Server.Answer = async (request, stream) =>
        {
            wire.Clock.Advance(wire.Peer.Timeout - TimeSpan.FromTicks(1));
            return await Answers.Ok(request, stream);
        };

        Assert.Equal(Delivery.Delivered, await wire.SendAsync(Sends.TheRequest));
    }

    private static MessageTime? Whole(ConfirmationHeader header) =>
        new MessageTime(new DateTimeOffset(header.Timestamp!.Value.Value.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero));

    private static byte[] Chunked(RawRequest request)
    {
        var body = Answers.Confirmation(request);
        var chunks = body.Chunk(100).SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:x}\r\n"), .. chunk, .. "\r\n"u8]);
        return [.. "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8, .. chunks, .. "0\r\n\r\n"u8];
    }

    private static byte[] OtherKind(RawRequest request)
    {
        var header = new ConfirmationHeader
        {
            Timestamp = request.Header.Timestamp,
            TimestampReceived = request.Header.Timestamp,
            RequestingAgencyRequestId = request.Header.RequestingAgencyRequestId,
            MessageStatus = MessageStatus.Ok,
        };
        return Iso18626Writer.Write(new(request.Message.Version, new SupplyingAgencyMessageConfirmation { ConfirmationHeader = header, ReasonForMessage = ReasonForMessage.Notification }));
    }

    private static Task<bool> Unread(RawRequest request, Stream stream)
    {
        var kind = request.Message.Body is Request ? "requestConfirmation" : "requestingAgencyMessageConfirmation";
        return Answers.Text(
            $"""
            <ISO18626Message xmlns="http://illtransactions.org/2013/iso18626" version="1.2"><{kind}>
            <confirmationHeader><messageStatus>ERROR</messageStatus></confirmationHeader>
            <errorData><errorType>BadlyFormedMessage</errorType></errorData>
            </{kind}></ISO18626Message>
            """)(request, stream);
    }

    private static async Task<bool> Endless(RawRequest request, Stream stream)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(Answers.Head(200, int.MaxValue)));
        await stream.WriteAsync(Answers.Confirmation(request).AsMemory()[..^20]);
        var blanks = new byte[64 * 1024];
        Array.Fill(blanks, (byte)' ');
        while (true)
        {
            // Ends when the client closes the connection.
            await stream.WriteAsync(blanks);
        }
    }
}
