using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

public class IntakeClauseTests
{
    private static readonly InputData Wish = new() { Library = Library, Patron = "p-1", Title = "Kim", Volumes = ["1", "2", "1"] };

    [Theory]
    [Clause("IN-1"), Clause("IN-2"), Clause("IN-3"), Clause("IN-4"), Clause("IN-7")]
    [InlineData(IntakeObjection.None, LocateInProcess, "IN-1", "StartLocate")]
    [InlineData(IntakeObjection.ApprovalRequired, PendingApproval, "IN-2", null)]
    [InlineData(IntakeObjection.LocallyHeld, LocalHolding, "IN-3", null)]
    [InlineData(IntakeObjection.CitationInsufficient, BadCitation, "IN-4", null)]
    [InlineData(IntakeObjection.PossibleDuplicate, PendingApproval, "IN-7", "AlertStaff(PossibleDuplicate)")]
    public void What_the_intake_rules_say_decides_where_a_submission_goes(IntakeObjection objection, BorrowingStatus status, string clause, string? effect)
    {
        foreach (var by in new[] { Actor.Patron, Actor.Staff })
        {
            ARequest().WhereIntakeSays(objection).Fire(Trigger.Submit, by, null, Wish)
                .ShouldBe(status, clause).WithEffects(effect is null ? [] : [effect]).WithRecords().WithDeadlines().ActiveIs(null)
                .WithRequest(request =>
                {
                    Assert.Equal((Library, "p-1", "Kim"), (request.Library, request.Patron!.Id, request.Citation.Title));
                    Assert.Equal(["1", "2"], request.Volumes.Select(volume => volume.Id));
                    Assert.Equal((1, 1, Start), (request.Version, request.Revision, request.EnteredAt));
                });
        }
    }

    [Fact]
    [Clause("IN-5")]
    public void A_draft_of_staff_waits_and_nothing_is_looked_for() =>
        ARequest().Staff(Trigger.SaveDraft, Wish).ShouldBe(Created, "IN-5").WithoutEffects().WithRecords().WithDeadlines();

    [Theory]
    [Clause("IN-6")]
    [InlineData(Created)]
    [InlineData(PendingApproval)]
    [InlineData(LocalHolding)]
    [InlineData(BadCitation)]
    public void Staff_let_the_request_go_on_to_locate(BorrowingStatus from) =>
        ARequest().In(from).Staff(Trigger.Locate).ShouldBe(LocateInProcess, "IN-6").WithEffects("StartLocate").WithRecords();

    [Theory]
    [Clause("IN-8")]
    [InlineData(RequestSentToPartner, DeadlineKind.PartnerExpiry, 4)]
    [InlineData(RequestAccepted, DeadlineKind.PartnerExpiry, 4)]
    [InlineData(WaitingForCancelResponse, DeadlineKind.CancelResponse, 5)]
    [InlineData(PhysicallyReceivedByLibrary, DeadlineKind.HoldExpiry, 14)]
    [InlineData(LoanedItemToPatron, DeadlineKind.DueDate, 30)]
    public void An_import_takes_the_status_over_and_arms_its_deadline_from_the_day_of_entry(BorrowingStatus status, DeadlineKind kind, int days) =>
        Import(status, Start)
            .ShouldBe(status, "IN-8").WithoutEffects().WithRecords("Imported").WithDeadline(kind, Start.AddDays(days)).ActiveIs("CSUN")
            .WithRequest(request => Assert.Equal((Start, Start.AddDays(1)), (request.EnteredAt, request.Facts.ImportedAt)));

    [Theory]
    [Clause("IN-8")]
    [InlineData(Created)]
    [InlineData(LocateFailed)]
    [InlineData(RequestCompleted)]
    [InlineData(Expired)]
    public void An_import_without_a_partner_arms_nothing(BorrowingStatus status) =>
        Import(status, Start).ShouldBe(status, "IN-8").WithoutEffects().WithRecords("Imported").WithDeadlines().ActiveIs(null);

    [Fact]
    [Clause("IN-8")]
    public void An_import_arms_the_retention_of_a_closed_request() =>
        Import(RequestCompleted, Start, options => options.Retention = TimeSpan.FromDays(90))
            .ShouldBe(RequestCompleted, "IN-8").WithDeadline(DeadlineKind.Retention, Start.AddDays(90));

    [Fact]
    [Clause("IN-8")]
    public void An_import_that_says_so_takes_a_request_over_afresh_that_was_only_imported() =>
        Import(LoanedItemToPatron, Start).AfterDays(1).System(Trigger.Import, Again)
            .ShouldBe(RequestSentToPartner, "IN-8").WithoutEffects().WithRecords("Imported").WithDeadline(DeadlineKind.PartnerExpiry, Start.AddDays(4)).ActiveIs("CHICO")
            .WithRequest(request => Assert.Equal((2, 2, Start.AddDays(1), Start.AddDays(2), 2), (request.Version, request.Revision, request.CreatedAt, request.Facts.ImportedAt, request.Facts.ImportedRevision)))
            .WithRequest(request => Assert.Equal((null, TemporaryItem.None, false), (request.DueDate, request.TemporaryItem, request.OnLoan)));

    [Fact]
    [Clause("IN-8")]
    public void An_import_of_a_request_that_was_worked_since_is_out_of_sequence_and_so_is_one_that_does_not_say_so()
    {
        Import(LoanedItemToPatron, Start).Staff(Trigger.AddNote, new() { Text = "rang" }).System(Trigger.Import, Again).ShouldBeOutOfSequence();
        Import(LoanedItemToPatron, Start).System(Trigger.Import, Again with { ImportAgain = null }).ShouldBeOutOfSequence();
    }

    private static InputData Again => Wish with { Status = RequestSentToPartner, EnteredAt = Start, Partners = ["CHICO"], ImportAgain = true };

    private static Scene Import(BorrowingStatus status, DateTimeOffset enteredAt, Action<BorrowingOptions>? set = null) =>
        ARequest().Where(set ?? (static _ => { })).AfterDays(1).System(
            Trigger.Import,
            Wish with { Status = status, EnteredAt = enteredAt, Partners = ["CSUN", "SDLAW"], DueDate = LenderDue });
}
