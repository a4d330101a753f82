using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Fakes;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>A cancellation that reaches a partner which has not got the request.</summary>
public class CancelTests
{
    private const string NotFound = "requestingAgencyRequestId: request with a given ID not found";

    [Fact]
    [Clause("CA-10")]
    public async Task A_partner_that_has_not_got_the_request_has_accepted_its_cancellation()
    {
        await using var server = new RawPeer();
        await using var world = World(server);
        var request = (await world.RequestInAsync(BorrowingStatus.RequestSentToPartner)).Id;
        await world.AdvanceAsync(TimeSpan.Zero);
        server.Answer = Answers.Error(ErrorType.UnrecognisedDataValue, NotFound);

        await world.StaffAsync(request, Trigger.CancelByStaff);
        await world.AdvanceAsync(TimeSpan.Zero);

        Assert.Equal(BorrowingStatus.CancelledByStaff, (await world.FindAsync(request)).Status);
        var answer = Assert.Single(await world.Workflow.HistoryAsync(request), entry => entry.Trigger == Trigger.PartnerAcceptedCancel);
        Assert.StartsWith("confirmation/", answer.MessageId, StringComparison.Ordinal);
        Assert.Equal("CSUN", answer.Partner);
    }

    [Fact]
    [Clause("CA-11")]
    public async Task The_rota_goes_on_where_it_was_skipped()
    {
        await using var server = new RawPeer();
        await using var world = World(server);
        var request = (await world.RequestInAsync(BorrowingStatus.RequestSentToPartner)).Id;
        await world.AdvanceAsync(TimeSpan.Zero);
        server.Answer = (message, stream) => message.Message.Body is RequestingAgencyMessage
            ? Answers.Error(ErrorType.UnrecognisedDataValue, NotFound)(message, stream)
            : Answers.Ok(message, stream);

        await world.StaffAsync(request, Trigger.SkipPartner);
        await world.AdvanceAsync(TimeSpan.Zero);

        var gone = await world.FindAsync(request);
        Assert.Equal((BorrowingStatus.RequestSentToPartner, "CHICO"), (gone.Status, gone.Active!.Partner));
    }

    [Fact]
    [Clause("CA-8")]
    public async Task A_cancel_that_is_refused_for_another_reason_waits_and_is_sent_again()
    {
        await using var server = new RawPeer();
        await using var world = World(server);
        var request = (await world.RequestInAsync(BorrowingStatus.RequestSentToPartner)).Id;
        await world.AdvanceAsync(TimeSpan.Zero);
        server.Answer = Answers.Error(ErrorType.UnrecognisedDataValue, "requestingAgencyId: requesting agency not found");

        await world.StaffAsync(request, Trigger.CancelByStaff);
        await world.AdvanceAsync(TimeSpan.Zero);
        Assert.Equal(BorrowingStatus.WaitingForCancelResponse, (await world.FindAsync(request)).Status);

        server.Answer = Answers.Ok;
        await world.AdvanceAsync(TimeSpan.FromMinutes(2));
        var cancels = server.Requests.Where(message => message.Message.Body is RequestingAgencyMessage { Action.Code: "Cancel" }).ToList();
        Assert.Equal(2, cancels.Count);
        Assert.Equal(cancels[0].Body, cancels[1].Body);
        Assert.Equal(BorrowingStatus.WaitingForCancelResponse, (await world.FindAsync(request)).Status);
    }

    [Fact]
    [Clause("SE-7")]
    public async Task An_unknown_outcome_is_settled_by_a_question()
    {
        await using var server = new RawPeer();
        await using var world = World(server);
        server.Answer = (message, stream) => message.IsQuestion ? Answers.Ok(message, stream) : Answers.Status(500)(message, stream);

        var request = (await world.RequestInAsync(BorrowingStatus.ReadyToBeSent)).Id;
        await world.AdvanceAsync(TimeSpan.FromHours(1));

        Assert.Equal(BorrowingStatus.RequestSentToPartner, (await world.FindAsync(request)).Status);
        Assert.Single(server.Requests, message => message.Message.Body is Request);
        Assert.Single(server.Requests, message => message.IsQuestion);
    }

    private static BorrowingWorld World(RawPeer server) => new(new()
    {
        Configure = builder => builder
            .UseIso18626(options => options.Libraries["SDSU"] = new("ISIL", "US-SDSU"))
            .AddPeer(new() { Partner = "CSUN", Agency = new("ISIL", "US-CSUN"), Endpoint = server.Endpoint })
            .AddPeer(new() { Partner = "CHICO", Agency = new("ISIL", "US-CHICO"), Endpoint = server.Endpoint }),
    });
}
