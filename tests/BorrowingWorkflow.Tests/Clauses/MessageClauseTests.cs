using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>The ME clauses: messages, notes and edits, which never move a request.</summary>
public class MessageClauseTests
{
    private static readonly StatusSet BeforeTheRota = [Created, PendingApproval, LocalHolding, BadCitation, LocateInProcess, LocateFailed];

    private static readonly StatusSet AfterTheRota = [RejectedByPartner, Expired, CancelledByPartner];

    [Fact, Clause("ME-1")]
    public void A_general_message_is_welcome_in_every_status_and_from_every_partner()
    {
        foreach (var status in StatusGroups.Any)
        {
            ARequest().In(status)
                .Partner("SDLAW", Trigger.ReceiveGeneralMessage, new() { Text = "Which edition?" })
                .ShouldBe(status, "ME-1")
                .WithEffects("AlertStaff(GeneralMessage)").WithoutRecords()
                .WithRequest(request =>
                {
                    var message = Assert.Single(request.Messages);
                    Assert.Equal(("SDLAW", "Which edition?", Start, false, true), (message.Partner, message.Text, message.At, message.IsOutgoing, message.IsActive));
                });
        }
    }

    [Fact, Clause("ME-1"), Clause("FI-6")]
    public void A_tombstone_takes_no_message() => ARequest().In(Deleted)
        .Partner("CSUN", Trigger.ReceiveGeneralMessage, new() { Text = "?" })
        .ShouldBeOutOfSequence()
        .WithRequest(request => Assert.Empty(request.Messages));

    [Fact, Clause("ME-2")]
    public void Staff_dismiss_one_message() => TwoMessages(out var first)
        .Staff(Trigger.DismissGeneralMessage, new() { Message = first })
        .ShouldBe(LoanedItemToPatron, "ME-2")
        .WithoutEffects().WithoutRecords()
        .WithRequest(request =>
        {
            Assert.Equal([false, true], request.Messages.Select(message => message.IsActive));
            Assert.Equal(Start, request.Messages[0].DismissedAt);
        })
        .Staff(Trigger.DismissGeneralMessage, new() { Message = first })
        .ShouldBeRefused("ME-2");

    [Fact, Clause("ME-2")]
    public void Staff_dismiss_all_messages() => TwoMessages(out _)
        .Staff(Trigger.DismissGeneralMessage)
        .ShouldBe(LoanedItemToPatron, "ME-2")
        .WithRequest(request => Assert.All(request.Messages, message => Assert.False(message.IsActive)))
        .Staff(Trigger.DismissGeneralMessage)
        .ShouldBeRefused("ME-2");

    [Fact, Clause("ME-2"), Clause("ME-5")]
    public void Messages_and_notes_are_dismissed_in_every_status()
    {
        foreach (var status in StatusGroups.Any)
        {
            ARequest().In(status)
                .Partner("CSUN", Trigger.ReceiveGeneralMessage, new() { Text = "1" }).Staff(Trigger.AddNote, new() { Text = "2" })
                .Staff(Trigger.DismissGeneralMessage).ShouldBe(status, "ME-2")
                .WithRequest(request => Assert.Equal((false, true), (request.Messages[0].IsActive, request.Notes[0].IsActive)))
                .Staff(Trigger.DismissNote).ShouldBe(status, "ME-5")
                .WithRequest(request => Assert.False(request.Notes[0].IsActive));
        }
    }

    [Fact, Clause("ME-3")]
    public void Staff_write_to_the_partner_in_every_status_that_follows_a_rota()
    {
        foreach (var status in StatusGroups.Any - BeforeTheRota)
        {
            ARequest().In(status, "CSUN")
                .Staff(Trigger.SendGeneralMessage, new() { Text = "Thanks." })
                .ShouldBe(status, "ME-3")
                .WithEffects("SendNote").WithEffectTo("CSUN", "SendNote");
        }
    }

    [Fact, Clause("ME-3")]
    public void Staff_write_to_the_partner() => ARequest().In(WillSupply)
        .Staff(Trigger.SendGeneralMessage, new() { Text = "Any edition." })
        .ShouldBe(WillSupply, "ME-3")
        .WithEffects("SendNote").WithoutRecords()
        .WithEffectTo("CSUN", "SendNote")
        .WithEffect("SendNote", effect => Assert.Equal("Any edition.", effect.Text))
        .WithRequest(request =>
        {
            var message = Assert.Single(request.Messages);
            Assert.Equal(("CSUN", "Any edition.", true, false), (message.Partner, message.Text, message.IsOutgoing, message.IsActive));
        });

    [Fact, Clause("ME-3")]
    public void After_the_close_staff_write_to_the_last_partner() => ARequest().In(RejectedByPartner)
        .Staff(Trigger.SendGeneralMessage, new() { Text = "Thanks." })
        .ShouldBe(RejectedByPartner, "ME-3")
        .WithEffectTo("SDLAW", "SendNote");

    [Fact, Clause("ME-3")]
    public void Where_there_has_been_no_partner_there_is_nobody_to_write_to() => ARequest().In(LocateInProcess)
        .Staff(Trigger.SendGeneralMessage, new() { Text = "?" })
        .ShouldBeRefused("ME-3");

    [Fact, Clause("ME-4")]
    public void Staff_add_a_note_in_every_status()
    {
        foreach (var status in StatusGroups.Any)
        {
            ARequest().In(status)
                .Staff(Trigger.AddNote, new() { Text = "Call the patron" })
                .ShouldBe(status, "ME-4")
                .WithoutEffects().WithoutRecords()
                .WithRequest(request =>
                {
                    var note = Assert.Single(request.Notes);
                    Assert.Equal(("Call the patron", "kim", Start, true), (note.Text, note.By, note.At, note.IsActive));
                });
        }
    }

    [Fact, Clause("ME-5")]
    public void Staff_dismiss_one_note() => TwoNotes(out var first)
        .Staff(Trigger.DismissNote, new() { Message = first })
        .ShouldBe(LoanedItemToPatron, "ME-5")
        .WithoutEffects().WithoutRecords()
        .WithRequest(request => Assert.Equal([false, true], request.Notes.Select(note => note.IsActive)))
        .Staff(Trigger.DismissNote, new() { Message = first })
        .ShouldBeRefused("ME-5");

    [Fact, Clause("ME-5")]
    public void Staff_dismiss_all_notes() => TwoNotes(out _)
        .Staff(Trigger.DismissNote)
        .ShouldBe(LoanedItemToPatron, "ME-5")
        .WithRequest(request => Assert.All(request.Notes, note => Assert.Equal(Start, note.DismissedAt)))
        .Staff(Trigger.DismissNote)
        .ShouldBeRefused("ME-5");

    [Fact, Clause("ME-6")]
    public void Staff_reorder_the_partners_that_were_not_asked_yet() => ARequest().SentTo("CSUN", "SDLAW", "SFPL", "UCLA")
        .Staff(Trigger.ChangePartnerOrder, new() { Order = ["UCLA", "SDLAW"] })
        .ShouldBe(RequestSentToPartner, "ME-6")
        .WithoutEffects().WithoutRecords()
        .WithDeadlines(DeadlineKind.PartnerExpiry)
        .RotaIs("CSUN Active", "UCLA Pending", "SDLAW Pending", "SFPL Pending").ActiveIs("CSUN");

    [Fact, Clause("ME-6")]
    public void The_rest_of_the_rota_is_reordered_in_every_status_that_leaves_one()
    {
        foreach (var status in StatusGroups.Any - BeforeTheRota - AfterTheRota)
        {
            ARequest().In(status, "CSUN", "SDLAW", "SFPL")
                .Staff(Trigger.ChangePartnerOrder, new() { Order = ["SFPL", "SDLAW"] })
                .ShouldBe(status, "ME-6")
                .WithRequest(request => Assert.Equal(["CSUN", "SFPL", "SDLAW"], request.Rota.Select(entry => entry.Partner)));
        }
    }

    [Theory, Clause("ME-6")]
    [InlineData("CSUN", "SDLAW")]
    [InlineData("SDLAW", "SDLAW")]
    [InlineData("SDLAW", "Nobody")]
    public void Only_partners_that_were_not_asked_yet_can_be_moved(string first, string second) => ARequest().SentTo("CSUN", "SDLAW", "SFPL")
        .Staff(Trigger.ChangePartnerOrder, new() { Order = [first, second] })
        .ShouldBeRefused("ME-6")
        .RotaIs("CSUN Active", "SDLAW Pending", "SFPL Pending");

    [Fact, Clause("ME-6")]
    public void Partners_tell_the_order_where_no_order_does()
    {
        ARequest().SentTo("CSUN", "SDLAW", "SFPL").Staff(Trigger.ChangePartnerOrder, new() { Partners = ["SFPL", "SDLAW"] })
            .ShouldBe(RequestSentToPartner, "ME-6").RotaIs("CSUN Active", "SFPL Pending", "SDLAW Pending");
        ARequest().SentTo("CSUN", "SDLAW", "SFPL").Staff(Trigger.ChangePartnerOrder, new() { Order = ["SFPL", "SDLAW"], Partners = ["CSUN"] })
            .ShouldBe(RequestSentToPartner, "ME-6").RotaIs("CSUN Active", "SFPL Pending", "SDLAW Pending");
        ARequest().SentTo("CSUN", "SDLAW", "SFPL").Staff(Trigger.ChangePartnerOrder, new() { Partners = ["CSUN", "SDLAW"] }).ShouldBeRefused("ME-6");
    }

    [Fact, Clause("ME-6")]
    public void An_order_that_names_nobody_moves_nothing() => ARequest().In(RequestSentToPartner, "CSUN", "SDLAW", "SFPL")
        .Staff(Trigger.ChangePartnerOrder)
        .ShouldBe(RequestSentToPartner, "ME-6").RotaIs("CSUN Active", "SDLAW Pending", "SFPL Pending");

    [Fact, Clause("ME-7")]
    public void Staff_correct_the_citation_before_a_partner_has_it() => ARequest().In(ReadyToBeSent)
        .Staff(Trigger.EditRequest, new() { Title = "Kim, 2nd ed.", Isbn = "9780131103627", Pickup = "Branch", NeededBy = LenderDue })
        .ShouldBe(ReadyToBeSent, "ME-7")
        .WithoutEffects()
        .WithRecords("Changed(title)", "Changed(isbn)", "Changed(pickup)", "Changed(neededBy)")
        .WithRequest(request =>
        {
            Assert.Equal(("Kim, 2nd ed.", "9780131103627"), (request.Citation.Title, request.Citation.Isbn));
            Assert.Equal(("Branch", LenderDue), (request.Pickup, request.NeededBy));
        });

    [Fact, Clause("ME-7")]
    public void The_citation_stands_while_a_partner_may_hold_the_request() => ARequest().In(ReadyToBeSent).SendUnderWay()
        .Staff(Trigger.EditRequest, new() { Title = "Lord Jim" })
        .ShouldBeRefused("ME-7")
        .WithRequest(request => Assert.Equal("Kim", request.Citation.Title));

    [Fact, Clause("ME-7")]
    public void The_rest_can_be_corrected_in_every_open_status()
    {
        foreach (var status in StatusGroups.NotFinal)
        {
            ARequest().In(status)
                .Staff(Trigger.EditRequest, new() { Pickup = "Branch" })
                .ShouldBe(status, "ME-7")
                .WithoutEffects().WithRecords("Changed(pickup)")
                .WithRequest(request => Assert.Equal("Branch", request.Pickup));
        }
    }

    [Fact, Clause("ME-7")]
    public void What_is_over_is_not_corrected() => ARequest().In(Expired).Staff(Trigger.EditRequest, new() { Pickup = "Branch" }).ShouldBeRefused(null);

    [Fact, Clause("ME-8")]
    public void Staff_assign_a_request_in_every_status()
    {
        foreach (var status in StatusGroups.Any)
        {
            ARequest().In(status)
                .Staff(Trigger.Assign, new() { Assignee = "lee" })
                .ShouldBe(status, "ME-8")
                .WithoutEffects().WithoutRecords()
                .WithRequest(request => Assert.Equal("lee", request.Assignee))
                .Staff(Trigger.Assign)
                .WithRequest(request => Assert.Null(request.Assignee));
        }
    }

    private static Scene TwoMessages(out string first)
    {
        var scene = ARequest().In(LoanedItemToPatron)
            .Partner("CSUN", Trigger.ReceiveGeneralMessage, new() { Text = "1" })
            .Partner("CSUN", Trigger.ReceiveGeneralMessage, new() { Text = "2" });
        first = scene.Request.Messages[0].Id;
        return scene;
    }

    private static Scene TwoNotes(out string first)
    {
        var scene = ARequest().In(LoanedItemToPatron)
            .Staff(Trigger.AddNote, new() { Text = "1" })
            .Staff(Trigger.AddNote, new() { Text = "2" });
        first = scene.Request.Notes[0].Id;
        return scene;
    }
}
