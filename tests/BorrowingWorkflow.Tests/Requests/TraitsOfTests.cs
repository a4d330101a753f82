using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Requests;

public class TraitsOfTests
{
    private static readonly DateTimeOffset Entered = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> RemarkableFacts => [.. Remarkable.Keys];

    private static Dictionary<string, Action<BorrowingRequest>> Remarkable { get; } = new()
    {
        ["a shipment after the close"] = request => request.Facts.ShippedAfterClose = "CSUN",
        ["an arrival after the close"] = request => request.Facts.ArrivedAfterClose = true,
        ["a shipment of another partner"] = request => request.Facts.ShippedByWrongPartner = "CSUN",
        ["a message out of sequence"] = request => request.Facts.OutOfSequence = 1,
        ["alternation"] = request => request.Facts.MostAlternations = 2,
        ["a reactivation"] = request => request.Facts.Reactivations = 1,
        ["a step back in time"] = request => request.Facts.LargestStepBack = TimeSpan.FromMinutes(2),
        ["an event after the close"] = request => request.Facts.LatestEventAt = Entered.AddDays(1),
        ["a check-in without a receipt"] = request => request.Facts.ClosedBy = "RE-2",
        ["a completion by staff"] = request => (request.Facts.ClosedBy, request.Facts.ClosedFrom) = ("FI-1", BorrowingStatus.LoanedItemToPatron),
        ["a failure that nobody was told of"] = request => request.Status = BorrowingStatus.CancelledByStaff,
        ["a volume that did not come"] = request => request.Volumes = [new("1") { ReceivedAt = Entered }, new("2")],
        ["a volume that did not go back"] = request =>
            request.Volumes = [new("1") { ReceivedAt = Entered, ReturnedAt = Entered }, new("2") { ReceivedAt = Entered }],
    };

    [Fact]
    public void A_loan_that_went_well_is_final_and_nothing_else() =>
        Assert.Equal(RequestTraits.Final | RequestTraits.ClosedByCheckIn, TraitsOf.Compute(ACompletedRequest(), keptActive: false));

    [Theory]
    [MemberData(nameof(RemarkableFacts))]
    public void What_a_detector_reports_on_a_final_request_is_remarkable(string fact)
    {
        var request = ACompletedRequest();
        Remarkable[fact](request);
        Assert.True(TraitsOf.Compute(request, keptActive: false).HasFlag(RequestTraits.Remarkable));
    }

    [Fact]
    public void A_failure_that_the_patron_was_told_of_is_unremarkable()
    {
        var request = ACompletedRequest();
        request.Status = BorrowingStatus.Expired;
        request.Facts.FailureNoticeAt = Entered;
        Assert.Equal(RequestTraits.Final, TraitsOf.Compute(request, keptActive: false) & ~RequestTraits.ClosedByCheckIn);
    }

    [Fact]
    public void A_rejection_that_is_kept_active_needs_no_notice()
    {
        var request = ACompletedRequest();
        request.Status = BorrowingStatus.RejectedByPartner;
        var traits = TraitsOf.Compute(request, keptActive: true);
        Assert.True(traits.HasFlag(RequestTraits.KeptActive));
        Assert.False(traits.HasFlag(RequestTraits.Remarkable));
    }

    [Fact]
    public void A_cancellation_is_never_kept_active()
    {
        var request = ACompletedRequest();
        request.Status = BorrowingStatus.CancelledByPatron;
        Assert.False(TraitsOf.Compute(request, keptActive: true).HasFlag(RequestTraits.KeptActive));
    }

    [Fact]
    public void A_failure_from_before_the_import_is_unremarkable()
    {
        var request = ACompletedRequest();
        request.Status = BorrowingStatus.Expired;
        request.Facts.ImportedAt = Entered.AddDays(3);
        request.Facts.LatestEventAt = Entered.AddDays(3);
        var traits = TraitsOf.Compute(request, keptActive: false);
        Assert.True(traits.HasFlag(RequestTraits.Imported));
        Assert.False(traits.HasFlag(RequestTraits.Remarkable));
    }

    [Fact]
    public void Dismissed_notes_and_outgoing_messages_are_not_active()
    {
        var request = ACompletedRequest();
        request.Notes = [new("1", "seen", Entered) { DismissedAt = Entered }];
        request.Messages = [new("2", "CSUN", "thanks", Entered, IsOutgoing: true)];
        Assert.Equal(RequestTraits.None, TraitsOf.Compute(request, keptActive: false) & (RequestTraits.ActiveNote | RequestTraits.ActiveMessage));
        request.Notes = [.. request.Notes, new("3", "look", Entered)];
        request.Messages = [.. request.Messages, new("4", "CSUN", "an e-book", Entered)];
        Assert.True(TraitsOf.Compute(request, keptActive: false).HasFlag(RequestTraits.ActiveNote | RequestTraits.ActiveMessage));
    }

    private static BorrowingRequest ACompletedRequest() => new()
    {
        Id = "R1",
        Status = BorrowingStatus.RequestCompleted,
        EnteredAt = Entered,
        Facts = { ClosedBy = "RE-1", ClosedFrom = BorrowingStatus.ReturnedItemToPartner, ClosedByCheckIn = true, LatestEventAt = Entered },
    };
}
