using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class DeskDetectorsTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(RequestSentToPartner)]
    [InlineData(RequestCompleted)]
    public async Task Messages_and_notes_wait_in_any_status(BorrowingStatus status)
    {
        var desk = new AnomalyDesk()
            .Add("message at", status, Hour, WithMessage(TimeSpan.FromDays(1)))
            .Add("message past", status, Hour, WithMessage(TimeSpan.FromDays(1) + Moment))
            .Add("note at", status, Hour, WithNote(TimeSpan.FromDays(7)))
            .Add("note past", status, Hour, WithNote(TimeSpan.FromDays(7) + Moment))
            .Add("dismissed", status, Hour, request => request.Notes = [new Note("1", "seen", AnomalyDesk.Now - TimeSpan.FromDays(9)) { DismissedAt = AnomalyDesk.Now }]);
        Assert.Equal(["message past"], await desk.FindAsync("general-message-waiting"));
        Assert.Equal(["note past"], await desk.FindAsync("note-waiting"));
    }

    [Fact]
    public async Task A_rejection_is_left_open_only_where_it_is_kept_active()
    {
        var desk = new AnomalyDesk()
            .Add("at", RejectedByPartner, TimeSpan.FromDays(7), keptActive: true)
            .Add("past", RejectedByPartner, TimeSpan.FromDays(7) + Moment, keptActive: true)
            .Add("lapsed", Expired, TimeSpan.FromDays(7) + Moment, keptActive: true)
            .Add("closed", RejectedByPartner, TimeSpan.FromDays(7) + Moment);
        Assert.Equal(["lapsed", "past"], await desk.FindAsync("rejected-left-open"));
    }

    [Fact]
    public async Task Two_open_requests_of_a_patron_for_a_title_are_duplicates_of_each_other()
    {
        var desk = new AnomalyDesk()
            .Add("R1", RequestSentToPartner, Hour, Asks("P1", isbn: "978-0-306-40615-7"))
            .Add("R2", LoanedItemToPatron, Hour, Asks("P1", isbn: "0-306-40615-2"))
            .Add("R3", Created, Hour, Asks("P1", isbn: "9780306406157"))
            .Add("another patron", Created, Hour, Asks("P2", isbn: "9780306406157"))
            .Add("another title", Created, Hour, Asks("P1", isbn: "9780441478125"))
            .Add("ended", RequestCompleted, Hour, Asks("P1", isbn: "9780306406157"))
            .Add("ended with a note", RequestCompleted, Hour, request =>
            {
                Asks("P1", isbn: "9780306406157")(request);
                WithNote(Hour)(request);
            });
        Assert.Equal(["R1", "R2", "R3"], await desk.FindAsync("duplicate-request"));
        var first = (await desk.Scan.RunAsync(AnomalyDesk.Now)).Findings.First(finding => finding.Rule.Id == "duplicate-request");
        Assert.Equal("The same patron asks for the same title with R2, R3.", first.Evidence);
    }

    [Fact]
    public async Task Without_identifiers_title_and_author_tell_duplicates()
    {
        var desk = new AnomalyDesk()
            .Add("R1", Created, Hour, Asks("P1", title: "The Left Hand of Darkness", author: "Le Guin, Ursula"))
            .Add("R2", Created, Hour, Asks("P1", title: "left hand of darkness", author: "Ursula Le Guin"))
            .Add("R3", Created, Hour, Asks("P1", isbn: "9780441478125", title: "The Left Hand of Darkness", author: "Le Guin, Ursula"))
            .Add("no citation", Created, Hour, Asks("P1"))
            .Add("nor here", Created, Hour, Asks("P1"));
        Assert.Equal(["R1", "R2"], await desk.FindAsync("duplicate-request"));
    }

    [Theory]
    [InlineData(5, null, true)]
    [InlineData(4, null, false)]
    [InlineData(5, 90d, false)]
    [InlineData(5, 91d, true)]
    public async Task A_partner_never_checks_in_when_five_returns_wait_and_none_was_checked_in(int returns, double? checkedInDaysAgo, bool isReported)
    {
        var desk = new AnomalyDesk().Add("fresh", ReturnedItemToPartner, TimeSpan.FromDays(30));
        for (var index = 0; index < returns; index++)
        {
            desk.Add($"R{index}", ReturnedItemToPartner, TimeSpan.FromDays(31 + index));
        }

        if (checkedInDaysAgo is { } days)
        {
            desk.Add("checked in", RequestCompleted, TimeSpan.FromDays(days), request => request.Facts.ClosedByCheckIn = true);
        }

        desk.Add("completed by staff", RequestCompleted, TimeSpan.FromDays(2));
        var finding = (await desk.Scan.RunAsync(AnomalyDesk.Now)).Findings.SingleOrDefault(finding => finding.Rule.Id == "partner-never-checks-in");
        Assert.Equal(isReported, finding is not null);
        if (finding is not null)
        {
            Assert.Null(finding.Request);
            Assert.Equal("CSUN", finding.Subject);
            Assert.Equal("Partner CSUN: 5 returns not checked in, the oldest of 2026-10-20 09:00 UTC, and nothing checked in for 90 days.", finding.Evidence);
        }
    }

    [Theory]
    [InlineData(new[] { 31d }, "1 return not checked in, the oldest of 2026-10-24 09:00 UTC")]
    [InlineData(new[] { 50d, 40d }, "2 returns not checked in, the oldest of 2026-10-05 09:00 UTC")]
    public async Task The_evidence_of_returns_names_their_number_and_the_oldest(double[] daysAgo, string words)
    {
        var desk = new AnomalyDesk { Settings = { NeverChecksInRequests = 1 } };
        foreach (var days in daysAgo)
        {
            desk.Add($"R{days}", ReturnedItemToPartner, TimeSpan.FromDays(days));
        }

        Assert.Equal($"Partner CSUN: {words}, and nothing checked in for 90 days.", await desk.EvidenceAsync("partner-never-checks-in"));
    }

    [Fact]
    public async Task A_deadline_is_missed_a_day_after_it()
    {
        var day = AnomalyDesk.Now - TimeSpan.FromDays(1);
        var desk = new AnomalyDesk()
            .Add("at", RequestSentToPartner, Hour, request => request.Deadlines = [new(DeadlineKind.PartnerExpiry, day)])
            .Add("past", RequestSentToPartner, Hour, request => request.Deadlines = [new(DeadlineKind.PartnerExpiry, day - Moment), new(DeadlineKind.DueDate, AnomalyDesk.Now)])
            .Add("retention", RequestCompleted, Hour, request => request.Deadlines = [new(DeadlineKind.Retention, day - Moment)]);
        Assert.Equal(["past", "retention"], await desk.FindAsync("deadline-missed"));
    }

    [Fact]
    public async Task Nothing_moves_a_request_without_deadline_queue_or_list()
    {
        var desk = new AnomalyDesk()
            .Add("stuck", LoanedItemToPatron, Hour)
            .Add("stuck for long", LoanedItemToPatron, TimeSpan.FromDays(40))
            .Add("in transit", PhysicallyReceivedByLibrary, Hour, request => request.Place = ItemPlace.InTransitToPickup)
            .Add("dated", LoanedItemToPatron, Hour, request => request.Deadlines = [new(DeadlineKind.DueDate, AnomalyDesk.Now)])
            .Add("queued", ShippedDigitally, Hour)
            .WithPending("queued", EffectKind.SendReceived, null, Hour)
            .Add("listed", WillSupply, Hour)
            .Add("noted", LoanedItemToPatron, Hour, WithNote(Hour))
            .Add("hold expired", PhysicallyReceivedByLibrary, Hour, request => request.Facts.HoldExpired = true)
            .Add("just changed", LoanedItemToPatron, TimeSpan.Zero)
            .Add("by a clock ahead", LoanedItemToPatron, -TimeSpan.FromMinutes(5))
            .Add("by a clock too far ahead", LoanedItemToPatron, -TimeSpan.FromMinutes(5) - Moment)
            .Add("ended", RequestCompleted, Hour);
        Assert.Equal(["by a clock too far ahead", "stuck", "stuck for long"], await desk.FindAsync("no-way-forward"));
    }

    private static Action<BorrowingRequest> WithNote(TimeSpan age) => request => request.Notes = [new Note("1", "call the patron", AnomalyDesk.Now - age)];

    private static Action<BorrowingRequest> WithMessage(TimeSpan age) => request => request.Messages = [new GeneralMessage("1", "CSUN", "an e-book", AnomalyDesk.Now - age)];

    private static Action<BorrowingRequest> Asks(string patron, string? isbn = null, string? title = null, string? author = null) => request =>
        (request.Patron, request.Citation) = (new(patron), new() { Isbn = isbn, Title = title, Author = author });
}
