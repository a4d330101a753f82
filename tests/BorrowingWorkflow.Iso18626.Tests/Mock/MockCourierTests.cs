using System.Net;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;
using Microsoft.Extensions.Logging.Testing;

namespace BorrowingWorkflow.Iso18626.Tests.Mock;

public sealed class MockCourierTests
{
    private static readonly Uri Address = new("http://borrower.test/iso18626");

    private readonly FakeLogger<MockCourier> _log = new();

    [Fact]
    public async Task It_brings_what_is_due_in_its_order_and_hands_the_confirmations_over()
    {
        var borrower = new ABorrower("duplicated", options: new() { Delay = TimeSpan.Zero });
        using var wire = new Wire(_ => Confirmation("OK"));
        borrower.Asks();

        Assert.Equal(4, await Courier(borrower, wire).BringDueAsync());

        Assert.Equal(borrower.Lender.Exchanges.Where(one => one.Message?.Body is SupplyingAgencyMessage).Select(one => one.Bytes.ToArray()), wire.Bodies);
        Assert.Equal((4, 0), (borrower.Lender.Tally.Sent, borrower.Lender.Tally.Objected));
        Assert.Equal(0, await Courier(borrower, wire).BringDueAsync());
    }

    [Fact]
    public async Task What_does_not_get_through_is_sent_again_byte_by_byte_the_same()
    {
        var borrower = new ABorrower("loaned", options: new() { Delay = TimeSpan.Zero });
        using var wire = new Wire(
            _ => throw new HttpRequestException("secret"),
            _ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable),
            _ => Confirmation("OK"));
        borrower.Asks();

        await Courier(borrower, wire).BringDueAsync();

        Assert.Equal(3, wire.Bodies.Count);
        Assert.All(wire.Bodies, body => Assert.Equal(wire.Bodies[0], body));
        Assert.Equal([1660, 1661], _log.Collector.GetSnapshot().Select(record => record.Id.Id));
        Assert.DoesNotContain(_log.Collector.GetSnapshot(), record => record.Message.Contains("secret", StringComparison.Ordinal) || record.Exception is not null);
    }

    [Fact]
    public async Task It_gives_up_in_the_end_and_says_so()
    {
        var borrower = new ABorrower("loaned", options: new() { Delay = TimeSpan.Zero });
        using var wire = new Wire(_ => throw new HttpRequestException("no"));
        borrower.Asks();

        await Courier(borrower, wire, attempts: 2).BringDueAsync();

        Assert.Equal(2, wire.Bodies.Count);
        Assert.Equal(1662, _log.LatestRecord.Id.Id);
    }

    [Theory]
    [InlineData("ERROR", HttpStatusCode.OK)]
    [InlineData("OK", HttpStatusCode.Unauthorized)]
    public async Task An_objection_is_counted_and_not_repeated(string status, HttpStatusCode code)
    {
        var borrower = new ABorrower("loaned", options: new() { Delay = TimeSpan.Zero });
        using var wire = new Wire(_ => Confirmation(status, code));
        borrower.Asks();

        await Courier(borrower, wire).BringDueAsync();

        Assert.Single(wire.Bodies);
        Assert.Equal(0, borrower.Lender.Tally.Sent);
    }

    // The waits between attempts are of no interest here.
    private MockCourier Courier(ABorrower borrower, Wire wire, int attempts = 5) =>
        new(borrower.Lender, new HttpClient(wire, disposeHandler: false), Address, _log, new HastyClock()) { Attempts = attempts };

    private static HttpResponseMessage Confirmation(string status, HttpStatusCode code = HttpStatusCode.OK) => new(code)
    {
        Content = new ByteArrayContent(Iso18626Writer.Write(new(Iso18626Version.V1_2, new SupplyingAgencyMessageConfirmation
        {
            ConfirmationHeader = new() { Timestamp = ABorrower.Start, TimestampReceived = ABorrower.Start, MessageStatus = new(status), RequestingAgencyRequestId = "R-1" },
        }))),
    };

    /// <summary>The borrower's side of the wire: an answer for each message, the last one for all that follow.</summary>
    private sealed class Wire(params Func<HttpRequestMessage, HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        public List<byte[]> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal((Address, "application/xml"), (request.RequestUri!, request.Content!.Headers.ContentType!.MediaType));
            Bodies.Add(await request.Content.ReadAsByteArrayAsync(cancellationToken));
            return answers[Math.Min(Bodies.Count, answers.Length) - 1](request);
        }
    }

    /// <summary>A clock on which every wait is over at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
