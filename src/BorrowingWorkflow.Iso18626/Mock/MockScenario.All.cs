using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Mock;

// The catalogue. A line of help and a row of docs/iso18626.md follow from each entry.
public sealed partial record MockScenario
{
    private const int LoanDays = 30;

    private static readonly MockStep Ship = new(MockCue.Request, 1, ReasonForMessage.StatusChange, SupplyStatus.Loaned) { DueInDays = LoanDays };
    private static readonly MockStep Promise = new(MockCue.Request, 1, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply);
    private static readonly MockStep ShipLater = Ship with { Delays = 2 };
    private static readonly MockStep Acknowledge = new(MockCue.Request, 1, ReasonForMessage.RequestResponse, SupplyStatus.RequestReceived);

    /// <summary>Every scenario that comes with the library, each name once.</summary>
    public static ValueList<MockScenario> All { get; } =
    [
        new("loaned", "Ships at once, and completes the loan when the item is back.") { Steps = [Ship] },
        new("will-supply-then-loaned", "Promises, then ships.") { Steps = [Promise, ShipLater] },
        new("expect-to-supply", "Acknowledges, expects to supply, promises, ships: every step that the standard has.")
        {
            Steps =
            [
                Acknowledge,
                new(MockCue.Request, 2, ReasonForMessage.StatusChange, SupplyStatus.ExpectToSupply),
                new(MockCue.Request, 3, ReasonForMessage.StatusChange, SupplyStatus.WillSupply),
                Ship with { Delays = 4 },
            ],
        },
        new("unfilled", "Can't supply: not on the shelf.")
        {
            Steps = [new(MockCue.Request, 1, ReasonForMessage.RequestResponse, SupplyStatus.Unfilled) { ReasonUnfilled = "NotOnShelf" }],
        },
        new("expired", "Lets the request lapse, and says so.")
        {
            Steps = [Acknowledge, new(MockCue.Request, 3, ReasonForMessage.StatusChange, SupplyStatus.Unfilled) { ReasonUnfilled = "Expired", Note = "The request expired." }],
        },
        new("cancelled", "Promises, and then cancels of its own accord.")
        {
            Steps = [Promise, new(MockCue.Request, 2, ReasonForMessage.StatusChange, SupplyStatus.Cancelled)],
        },
        new("conditional", "Asks for a condition, and ships when a note accepts it; a note with the word not declines it.")
        {
            Steps =
            [
                Promise with { LoanCondition = "LibraryUseOnly" },
                new(MockCue.Notification, 1, ReasonForMessage.StatusChange, SupplyStatus.Loaned)
                {
                    Stage = MockStage.BeforeShipping,
                    UnlessNoteSays = "not",
                    DueInDays = LoanDays,
                },
            ],
        },
        new("retry", "Asks for another request at a higher cost, and ships when it comes.")
        {
            Steps =
            [
                new(MockCue.Request, 1, ReasonForMessage.RequestResponse, SupplyStatus.RetryPossible) { ReasonRetry = "CostExceedsMaxCost", OfferedCosts = 35.00m },
                Ship with { On = MockCue.Retry },
            ],
        },
        new("copy", "Sends a file instead of an item.")
        {
            Steps = [new(MockCue.Request, 1, ReasonForMessage.StatusChange, SupplyStatus.CopyCompleted)],
        },
        new("overdue", "Ships, and says overdue after the item was received.")
        {
            Steps = [Ship, new(MockCue.Received, 1, ReasonForMessage.StatusChange, SupplyStatus.Overdue)],
        },
        new("recalled", "Ships, and wants the item back after it was received.")
        {
            Steps = [Ship, new(MockCue.Received, 1, ReasonForMessage.StatusChange, SupplyStatus.Recalled)],
        },
        new("recalled-in-transit", "Ships, and wants the item back before it can have arrived.")
        {
            Steps = [Ship, new(MockCue.Request, 2, ReasonForMessage.StatusChange, SupplyStatus.Recalled)],
        },
        new("renewal-yes", "Ships, and renews: due sixty days from then.")
        {
            Steps =
            [
                Ship,
                new(MockCue.Renew, 1, ReasonForMessage.RenewResponse, SupplyStatus.Loaned) { Answer = YesNo.Yes, DueInDays = 2 * LoanDays },
            ],
        },
        new("renewal-no", "Ships, and does not renew.")
        {
            Steps = [Ship, new(MockCue.Renew, 1, ReasonForMessage.RenewResponse, default) { Answer = YesNo.No }],
        },
        new("cancel-yes", "Acknowledges, waits, and agrees to a cancellation.")
        {
            Steps = [Acknowledge, new(MockCue.Cancel, 1, ReasonForMessage.CancelResponse, SupplyStatus.Cancelled) { Answer = YesNo.Yes }],
        },
        new("cancel-no", "Promises, refuses a cancellation, and then ships.")
        {
            Steps =
            [
                Promise,
                new(MockCue.Cancel, 1, ReasonForMessage.CancelResponse, default) { Answer = YesNo.No },
                Ship with { On = MockCue.Cancel, Delays = 2 },
            ],
        },
        new("cancel-too-late", "Ships while the cancellation is under way, and then refuses it.")
        {
            Steps =
            [
                Promise,
                Ship with { On = MockCue.Cancel },
                new(MockCue.Cancel, 2, ReasonForMessage.CancelResponse, SupplyStatus.Loaned) { Answer = YesNo.No, DueInDays = LoanDays },
            ],
        },
        new("cancel-changes-mind", "Ships while the cancellation is under way, refuses it, and then agrees to it after all.")
        {
            Steps =
            [
                Promise,
                Ship with { On = MockCue.Cancel },
                new(MockCue.Cancel, 2, ReasonForMessage.CancelResponse, default) { Answer = YesNo.No },
                new(MockCue.Cancel, 3, ReasonForMessage.CancelResponse, SupplyStatus.Cancelled) { Answer = YesNo.Yes },
            ],
        },
        new("cancel-without-answer", "Answers a cancellation without a yes or a no, with the status alone.")
        {
            Steps = [Acknowledge, new(MockCue.Cancel, 1, ReasonForMessage.CancelResponse, SupplyStatus.Cancelled)],
        },
        new("cancel-contradiction", "Answers a cancellation with no, and with the status Cancelled.")
        {
            Steps = [Promise, new(MockCue.Cancel, 1, ReasonForMessage.CancelResponse, SupplyStatus.Cancelled) { Answer = YesNo.No }],
        },
        new("unshipped", "Ships, and takes that back: the item never left.")
        {
            Steps = [Ship, new(MockCue.Request, 2, ReasonForMessage.StatusChange, SupplyStatus.Unfilled) { ReasonUnfilled = "NotOnShelf" }],
        },
        new("checked-in-early", "Ships, and says completed while the item is still out.")
        {
            Steps = [Ship, new(MockCue.Received, 1, ReasonForMessage.StatusChange, SupplyStatus.LoanCompleted)],
        },
        new("lost", "Ships, and closes without a return when it hears that the item is lost (from 1.2 peers, by any note).")
        {
            Steps =
            [
                Ship,
                new(MockCue.Lost, 1, ReasonForMessage.StatusChange, SupplyStatus.CompletedWithoutReturn),
                new(MockCue.Notification, 1, ReasonForMessage.StatusChange, SupplyStatus.CompletedWithoutReturn) { Stage = MockStage.AfterShipping },
            ],
        },
        new("hold-return", "Ships, asks to hold the return back, and then lets it go. Speaks 2021-2 words; to 1.2 peers a note.")
        {
            Steps =
            [
                Ship,
                new(MockCue.Received, 1, ReasonForMessage.StatusChange, SupplyStatus.HoldReturn) { Note = "Please do not return the item yet." },
                new(MockCue.Received, 2, ReasonForMessage.StatusChange, SupplyStatus.ReleaseHoldReturn) { Note = "Please return the item now." },
            ],
        },
        new("note", "Promises, and writes a note.")
        {
            Steps = [Promise, new(MockCue.Request, 2, ReasonForMessage.Notification, default) { Note = "The spine is fragile." }],
        },
        new("silent", "Confirms, and never says anything more.") { HasHabits = false },
        new("late-answers", "Ships, but takes twenty delays for it.") { Steps = [Ship with { Delays = 20 }] },
        new("duplicated", "Says everything twice, in the very same words.")
        {
            Steps =
            [
                Promise with { Times = 2 },
                ShipLater with { Times = 2 },
                new(MockCue.ShippedReturn, 1, ReasonForMessage.StatusChange, SupplyStatus.LoanCompleted) { Times = 2 },
            ],
        },
        new("reordered", "Promises and ships, but the promise arrives last.") { Steps = [ShipLater, Promise with { Delays = 3, WrittenAfter = 1 }] },
        new("wrong-agency", "Says Loaned under another agency's name, and nothing else.")
        {
            Steps = [Ship with { As = new AgencyId("ISIL", "XX-NOBODY") }],
        },
        new("slow", "Takes the request, and confirms it only after ten delays.")
        {
            Steps = [Ship with { Delays = 12 }],
            Trouble = new(MockTroubleKind.SlowConfirmation) { Delays = 10, RequestsOnly = true, Times = 1 },
        },
        new("request-lost", "The first request gets lost on the way. Asked, it does not know it; ships when it comes again.")
        {
            Steps = [Ship],
            Trouble = new(MockTroubleKind.MessageLost) { RequestsOnly = true, Times = 1 },
        },
        new("confirmation-lost", "Takes the first request, but the confirmation gets lost. Asked, it knows it; ships.")
        {
            Steps = [Ship with { Delays = 3 }],
            Trouble = new(MockTroubleKind.ConfirmationLost) { RequestsOnly = true, Times = 1 },
        },
        new("down-for-a-while", "Answers the first three messages with HTTP 503, and ships after that.")
        {
            Steps = [Ship],
            Trouble = new(MockTroubleKind.Http503) { Times = 3 },
        },
        new("error-confirmations", "Confirms every request with ERROR.") { Trouble = new(MockTroubleKind.ErrorConfirmation) { RequestsOnly = true } },
        new("http-400", "Answers everything with HTTP 400.") { Trouble = new(MockTroubleKind.Http400) },
        new("http-500", "Answers everything with HTTP 500.") { Trouble = new(MockTroubleKind.Http500) },
    ];
}
