using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Requests.LifeSteps;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>What a request has behind it when it is taken over in the middle of its life.</summary>
public class ImportClauseTests
{
    private static readonly LifeSteps Here = Sent | Shipped | Received;

    public static TheoryData<BorrowingStatus> Statuses => [.. BorrowingStatusExtensions.All.Where(status => status is not (BorrowingStatus.None or Deleted))];

    [Theory]
    [Clause("IN-8")]
    [MemberData(nameof(Statuses))]
    public void An_import_has_done_what_its_status_implies(BorrowingStatus status)
    {
        var (done, item, place) = Expected(status);
        ARequest().System(Trigger.Import, new() { Library = Library, Patron = "p-1", Status = status, Partners = ["CSUN", "SDLAW"], DueDate = LenderDue })
            .ShouldBe(status, "IN-8")
            .WithRequest(request =>
            {
                Assert.Equal(done, request.Facts.Done);
                Assert.Equal(LifeSteps.None, request.Facts.Skipped);
                Assert.Equal(item ? TemporaryItem.Stands : TemporaryItem.None, request.TemporaryItem);
                Assert.Equal(place, request.Place);
                Assert.Equal(place == ItemPlace.WithPatron, request.OnLoan);
                Assert.Equal(LenderDue, request.LenderDueDate);
                Assert.Equal(status is MediatedPatronRenewal or RenewRequested, request.Facts.RenewalUnanswered);
                Assert.Equal(status == Conditional, request.Condition is { IsRetry: false });
                Assert.Equal(status == WaitingForCancelResponse, request.BeforeCancel is { ContinuesRota: false, Status: RequestSentToPartner });
            });
    }

    [Theory]
    [Clause("IN-8")]
    [MemberData(nameof(Statuses))]
    public void The_partner_of_an_import_has_answered_as_far_as_its_status_says(BorrowingStatus status)
    {
        var (done, item, _) = Expected(status);
        var isWithPartner = done.HasFlag(Sent) || status == ReadyToBeSent;
        var hasShipped = done.HasFlag(Shipped);
        var scene = ARequest().Imported(status, "CSUN", "SDLAW")
            .ActiveIs(isWithPartner ? "CSUN" : null)
            .RotaIs(hasShipped ? "CSUN Shipped" : isWithPartner ? "CSUN Active" : "CSUN Pending", "SDLAW Pending");
        scene.WithEntry("CSUN", entry =>
        {
            Assert.Equal(done.HasFlag(Sent), entry.IsConfirmed);
            Assert.Equal(item || status == ReturnedItemToPartner, entry.HasShipped);
        });
    }

    [Fact]
    [Clause("IN-8")]
    public void What_an_import_can_not_go_back_to_is_not_offered()
    {
        var completed = ARequest().Imported(RequestCompleted, "CSUN");
        Assert.DoesNotContain(Trigger.Reactivate, completed.Permitted(Actor.Staff));
        completed.Staff(Trigger.Reactivate);
        Assert.Equal("Reactivate has nothing to go back to.", completed.Result.Reason);

        var returned = ARequest().Imported(ReturnedItemToPartner, "CSUN");
        Assert.DoesNotContain(Trigger.UndoReturn, returned.Permitted(Actor.Staff));
        Assert.Contains(Trigger.Complete, returned.Permitted(Actor.Staff));
        returned.Staff(Trigger.UndoReturn);
        Assert.Equal("UndoReturn has nothing to go back to.", returned.Result.Reason);
    }

    private static (LifeSteps Done, bool HasItem, ItemPlace Place) Expected(BorrowingStatus status) => status switch
    {
        RequestSentToPartner or WillSupply or Conditional or WaitingForCancelResponse or RequestAccepted =>
            (Sent, false, ItemPlace.Elsewhere),
        ShippedDigitally => (Sent | Shipped, false, ItemPlace.Elsewhere),
        DigitallyReceivedByLibrary => (Here, false, ItemPlace.Elsewhere),
        ShippedPhysically or LostCommunicated or DeclaredLostByPartner or LostAndFeePaid => (Sent | Shipped, true, ItemPlace.Elsewhere),
        PhysicallyReceivedByLibrary or ReceivedNotForLoan => (Here, true, ItemPlace.OnHoldShelf),
        DamagedCommunicated => (Here, true, ItemPlace.Elsewhere),
        LoanedItemToPatron or MediatedPatronRenewal or RenewRequested or RenewedByPartner or RenewRequestNotAccepted or OverdueRequest or RecalledByPartner =>
            (Here | Loaned, true, ItemPlace.WithPatron),
        ReturnedByPatron => (Here | Loaned, true, ItemPlace.InTransitToLibrary),
        ReturnedItemToPartner => (Here | Returned, false, ItemPlace.Elsewhere),
        _ => (LifeSteps.None, false, ItemPlace.Elsewhere),
    };
}
