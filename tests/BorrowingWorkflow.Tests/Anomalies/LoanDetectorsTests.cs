using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class LoanDetectorsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task What_is_on_the_shelf_is_not_on_loan()
    {
        var desk = new AnomalyDesk()
            .Add("lent", PhysicallyReceivedByLibrary, Hour).WithItem("lent", ProcessType.Loan)
            .Add("shelved", PhysicallyReceivedByLibrary, Hour).WithItem("shelved", ProcessType.HoldShelf)
            .Add("without item", PhysicallyReceivedByLibrary, Hour);
        Assert.Equal(["lent"], await desk.FindAsync("loan-status-mismatch"));
    }

    [Theory]
    [InlineData(LoanedItemToPatron)]
    [InlineData(MediatedPatronRenewal)]
    [InlineData(OverdueRequest)]
    [InlineData(RenewedByPartner)]
    public async Task What_is_on_loan_is_on_loan_in_the_catalogue(BorrowingStatus status)
    {
        var desk = new AnomalyDesk()
            .Add("lent", status, Hour).WithItem("lent", ProcessType.Loan)
            .Add("shelved", status, Hour).WithItem("shelved", ProcessType.HoldShelf)
            .Add("without item", status, Hour);
        Assert.Equal(["shelved", "without item"], await desk.FindAsync("loan-status-mismatch"));
    }

    [Fact]
    public async Task A_recall_counts_only_after_a_loan()
    {
        var desk = new AnomalyDesk()
            .Add("on the shelf", RecalledByPartner, Hour)
            .Add("after a loan", RecalledByPartner, Hour, request => request.Facts.Done = LifeSteps.Loaned)
            .Add("imported on loan", RecalledByPartner, Hour, request => request.OnLoan = true);
        Assert.Equal(["after a loan", "imported on loan"], await desk.FindAsync("loan-status-mismatch"));
    }

    [Fact]
    public async Task The_patron_brings_it_back_before_the_lender_wants_it()
    {
        var due = AnomalyDesk.Now + TimeSpan.FromDays(20);
        var desk = new AnomalyDesk()
            .Add("later", LoanedItemToPatron, Hour, request => (request.PatronDueDate, request.LenderDueDate) = (due + Hour, due))
            .Add("same", LoanedItemToPatron, Hour, request => (request.PatronDueDate, request.LenderDueDate) = (due, due))
            .Add("lender's open", LoanedItemToPatron, Hour, request => request.PatronDueDate = due)
            .Add("back", ReturnedItemToPartner, Hour, request => (request.PatronDueDate, request.LenderDueDate) = (due + Hour, due));
        Assert.Equal(["later"], await desk.FindAsync("due-date-conflict"));
    }

    [Theory]
    [InlineData(MediatedPatronRenewal)]
    [InlineData(RenewRequested)]
    public async Task A_renewal_is_answered_three_days_before_the_due_date(BorrowingStatus status)
    {
        var desk = new AnomalyDesk()
            .Add("within", status, Hour, request => request.LenderDueDate = AnomalyDesk.Now + TimeSpan.FromDays(3))
            .Add("past", status, Hour, request => request.PatronDueDate = AnomalyDesk.Now - TimeSpan.FromDays(3))
            .Add("later", status, Hour, request => request.LenderDueDate = AnomalyDesk.Now + TimeSpan.FromDays(3) + Hour)
            .Add("undated", status, Hour)
            .Add("answered", RenewedByPartner, Hour, request => request.LenderDueDate = AnomalyDesk.Now);
        Assert.Equal(["past", "within"], await desk.FindAsync("renewal-waiting"));
    }

    [Fact]
    public async Task A_returned_item_is_gone_from_the_catalogue_after_a_day()
    {
        var desk = new AnomalyDesk()
            .Add("at", ReturnedItemToPartner, TimeSpan.FromDays(1)).WithItem("at", ProcessType.Loan)
            .Add("past", ReturnedItemToPartner, TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1)).WithItem("past", ProcessType.Other)
            .Add("gone", ReturnedItemToPartner, TimeSpan.FromDays(2));
        Assert.Equal(["past"], await desk.FindAsync("returned-item-left-behind"));
    }
}
