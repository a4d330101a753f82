using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>One of each with no member left at its default, and with moments to the tick and text of many scripts.</summary>
internal static class EveryMember
{
    private const string Letters = "Ünïcødé \u0000 \"'<>& 漢字 العربية e\u0301 👩🏽‍🚀 \u2028 𐍈 \\ \r\n\t";

    private static readonly DateTimeOffset Start = new DateTimeOffset(2026, 9, 1, 12, 34, 56, TimeSpan.Zero).AddTicks(7_654_321);
    private static int _moments;

    public static BorrowingRequest OfARequest()
    {
        Deadline[] deadlines = [new(DeadlineKind.PartnerExpiry, Moment()), new(DeadlineKind.Retention, Moment())];
        return new BorrowingRequest
        {
            Id = "R-漢-1",
            Version = 1,
            Revision = 1,
            Status = BorrowingStatus.Conditional,
            EnteredAt = Moment(),
            CreatedAt = Moment(),
            Library = "Bücherei",
            Patron = new("p-é", "staff"),
            Pickup = Letters,
            NeededBy = Moment(),
            ExternalId = "ext",
            Assignee = "Jürgen",
            Citation = new Citation
            {
                Title = Letters,
                Author = "Ångström",
                Isbn = "978",
                Issn = "1234",
                Oclc = "o",
                Doi = "10.1/x",
                Format = RequestFormat.Digital,
                Type = CitationType.Article,
            },
            Rota =
            [
                new("A") { State = EntryState.Rejected, Reason = "no" },
                new RotaEntry("B")
                {
                    State = EntryState.Active, Reason = Letters, Round = 2, IsConfirmed = true, UnknownSends = ["e1", "e2"], LastSend = "e2",
                    LastSendAsks = true, FailedSends = 3, FirstSend = "e1", FirstSendAt = Moment(), HasShipped = true, LenderDueDate = Moment(),
                },
            ],
            ActiveEntry = 1,
            Notes = [new("n1", Letters, Moment(), "by") { DismissedAt = Moment() }, new("n2", "still", Moment())],
            Messages = [new("g1", "B", Letters, Moment()) { DismissedAt = Moment() }, new("g2", "B", "out", Moment(), true)],
            Volumes = [new("v1") { ReceivedAt = Moment(), ReturnedAt = Moment() }, new("v2")],
            LenderDueDate = Moment(),
            PatronDueDate = Moment(),
            Condition = new StandingCondition(true, Moment()) { Condition = "LibraryUseOnly", Cost = "10 €", ReplyBy = Moment() },
            BeforeCancel = new CancelMemory(BorrowingStatus.WillSupply, Actor.Staff, true) { Deadlines = deadlines },
            BeforeReturn = new RememberedStatus(BorrowingStatus.LoanedItemToPatron) { Deadlines = deadlines, ActiveEntry = 1, OnLoan = true, HadTemporaryItem = true, Place = ItemPlace.WithPatron },
            BeforeClose = new(BorrowingStatus.Created),
            Place = ItemPlace.WithPatron,
            OnLoan = true,
            TemporaryItem = TemporaryItem.Deleted,
            HoldExpiresAt = Moment(),
            Deadlines = deadlines,
            Replaces = "R-0",
            ReplacedBy = "R-2",
            Facts = new RequestFacts
            {
                Done = LifeSteps.Sent,
                Skipped = LifeSteps.Shipped,
                ClosedBy = "FI-1",
                ClosedFrom = BorrowingStatus.Conditional,
                ClosedByWhom = "w",
                ClosedByCheckIn = true,
                ClosedUnshipped = true,
                OutOfSequence = 2,
                ShippedByWrongPartner = "X",
                ShippedAfterClose = "Y",
                ShippedAfterCloseIsPhysical = true,
                ArrivedAfterClose = true,
                CancelOvertaken = true,
                PatronWithdrew = true,
                RecalledInTransit = true,
                OverdueInTransit = true,
                RenewalUnanswered = true,
                HoldExpired = true,
                Reactivations = 1,
                PreviousStatus = BorrowingStatus.Created,
                Alternations = 1,
                MostAlternations = 2,
                LatestEventAt = Moment(),
                LastEventAt = Moment(), LocateEffect = "R/1/1",
                LargestStepBack = TimeSpan.FromTicks(12_345),
                LocateAttempts = 4,
                ArrivalNoticeAt = Moment(),
                FailureNoticeAt = Moment(),
                ImportedAt = Moment(),
                ImportedRevision = 3,
            },
            Traits = RequestTraits.ActiveNote | RequestTraits.ActiveMessage | RequestTraits.Remarkable | RequestTraits.Imported,
        };
    }

    public static HistoryEvent OfAnEvent() => new HistoryEvent
    {
        Request = "R-漢-1",
        Revision = 1,
        At = Moment(),
        MessageId = "m1",
        Trigger = Trigger.PartnerSetCondition,
        AndThen = Trigger.AddNote,
        By = Actor.Staff,
        Who = "Jürgen",
        Partner = "B",
        Verdict = Verdict.Refused,
        Clause = "AT-1+ME-1",
        From = BorrowingStatus.WillSupply,
        To = BorrowingStatus.Conditional,
        Version = 1,
        Reason = Letters,
        Records = ["CancelOvertaken", Letters],
        Permitted = [Trigger.AddNote],
        Data = OfData(),
    };

    public static Effect OfAnEffect() => new Effect("R-漢-1/1/0", "R-漢-1", EffectKind.RepeatSend)
    {
        Detail = "Retry",
        Partner = "B",
        Entry = 1,
        Text = Letters,
        DueDate = Moment(),
        RepeatOf = "R-漢-1/0/0",
        At = Moment(),
        NotBefore = Moment(),
        Replacement = "R-2",
    };

    private static InputData OfData() => new InputData
    {
        Library = "L",
        Patron = "p",
        PatronGroup = "g",
        Title = Letters,
        Author = "a",
        Isbn = "i",
        Issn = "s",
        Oclc = "o",
        Doi = "d",
        Format = RequestFormat.Digital,
        CitationType = CitationType.Article,
        Pickup = "u",
        NeededBy = Moment(),
        ExternalId = "x",
        OverrideDuplicate = true,
        ImportAgain = true,
        Replaces = "r",
        Partners = ["A", "B"],
        DueDate = Moment(),
        Reason = "no",
        Condition = "c",
        Cost = "1",
        ReplyBy = Moment(),
        Outcome = SendOutcome.NotDelivered,
        Effect = "e",
        SendAttempt = 2,
        Why = ["near", Letters],
        Text = Letters,
        Message = "n1",
        Branch = "b",
        Volumes = ["v1"],
        Order = ["B", "A"],
        Assignee = "s",
        Status = BorrowingStatus.Created,
        EnteredAt = Moment(),
        Unknown = new() { ["something"] = JsonDocument.Parse("""{"a":[1,2.50,"ü"]}""").RootElement },
    };

    private static DateTimeOffset Moment() => Start.AddTicks(Interlocked.Increment(ref _moments) * 10_000_001L);
}
