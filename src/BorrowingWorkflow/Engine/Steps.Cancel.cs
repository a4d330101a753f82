using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

internal static partial class Steps
{
    public static readonly Step SendCancel = new("SendCancel", d => d.EmitToPartner(EffectKind.SendCancel));

    public static readonly Step ArmCancelResponse = new("ArmCancelResponse", d => d.Arm(DeadlineKind.CancelResponse, d.Now + d.Options.CancelResponse));

    public static readonly Step RememberStatusThenClose = new("remember status, initiator and AfterCancel=Close", d => Remember(d, d.From, false));

    public static readonly Step RememberStatusThenContinue = new(
        "remember status, initiator and AfterCancel=ContinueRota", d => Remember(d, d.From, true));

    public static readonly Step RememberSentThenClose = new(
        "remember RequestSentToPartner, the initiator and AfterCancel=Close", d => Remember(d, BorrowingStatus.RequestSentToPartner, false));

    public static readonly Step RememberSentThenContinue = new(
        "remember RequestSentToPartner, the initiator and AfterCancel=ContinueRota", d => Remember(d, BorrowingStatus.RequestSentToPartner, true));

    public static readonly Step CloseForPatron = new(
        "AfterCancel=Close and the patron is the initiator (the partner has its Cancel already)", d => CloseFor(d, Actor.Patron));

    public static readonly Step CloseForStaff = new(
        "AfterCancel=Close and staff is the initiator (the partner has its Cancel already)", d => CloseFor(d, Actor.Staff));

    public static readonly Step RecordCancelOvertaken = new("record CancelOvertaken", Overtake);

    public static readonly Step RecordShippedSkippedAndOvertaken = new("record Shipped as skipped and CancelOvertaken", d =>
    {
        SkipShipped(d);
        Overtake(d);
    });

    public static readonly Step PartnerLetGo = Record("the partner no longer holds the request: the cancellation is done", "PartnerLetGo");

    public static readonly Step PartnerNeverHeld = Record("the partner never held the request: the cancellation is done", "PartnerNeverHeld");

    public static readonly Step MoveRememberedStatus = new("the status to restore moves as from that status", d =>
    {
        if (d.Request.BeforeCancel is not { } memory
            || d.Context.Table.Find(memory.Status, d.Trigger, d.Input.By.AsSet(), Facts.Of(d)) is not { } inner)
        {
            return;
        }

        // What the clause arms and disarms there counts when the status is restored, not now.
        var armed = d.Request.Deadlines;
        d.Request.Deadlines = memory.Deadlines;
        foreach (var step in inner.Steps)
        {
            step.Apply(d);
        }

        var status = inner.To;
        d.Request.BeforeCancel = memory with { Status = status, Deadlines = Deadlines.Standing(d.Context.Table, status, d.Request.Deadlines) };
        d.Request.Deadlines = armed;
    });

    public static readonly Step RearmRestored = new("re-arm what the restored status arms", d =>
    {
        var remembered = d.Clause?.Restores switch
        {
            Memory.Cancel => d.Request.BeforeCancel?.Deadlines,
            Memory.Return => d.Request.BeforeReturn?.Deadlines,
            Memory.Close => d.Request.BeforeClose?.Deadlines,
            _ => null,
        };
        foreach (var deadline in remembered ?? [])
        {
            d.Arm(deadline.Kind, deadline.At);
            if (deadline.Kind == DeadlineKind.HoldExpiry)
            {
                d.Request.HoldExpiresAt = deadline.At;
            }
        }
    });

    public static readonly Step AlertCancelRefused = Alert("CancelRefused");

    public static readonly Step AlertItemMayCome = Alert("CancelRefused", "CancelRefused: an item may come");

    public static readonly Step AlertCancelUnanswered = Alert("CancelUnanswered");

    public static readonly Step NotifyCancelled = Notice("Cancelled");

    public static readonly Step SuggestIll = Notice("SuggestIll");

    public static readonly Step SuggestIllUnlessKept = new("NotifyPatron(SuggestIll) unless KeepRejectedActive", d =>
    {
        if (!d.Options.KeepRejectedActive)
        {
            NotifyOfFailure(d, "SuggestIll");
        }
    });

    private static void Remember(Decision d, BorrowingStatus status, bool continues) =>
        d.Request.BeforeCancel = new(status, d.Input.By == Actor.Patron ? Actor.Patron : Actor.Staff, continues)
        {
            // A send that may have arrived starts the partner's time now, as its confirmation would have.
            Deadlines = status == d.From ? d.Request.Deadlines : [new(DeadlineKind.PartnerExpiry, PartnerExpiry(d, d.Now))],
        };

    private static void CloseFor(Decision d, Actor initiator) =>
        d.Request.BeforeCancel = d.Request.BeforeCancel is { } memory ? memory with { Initiator = initiator, ContinuesRota = false } : null;

    private static void Overtake(Decision d)
    {
        d.Request.Facts.CancelOvertaken = true;
        d.Records.Add("CancelOvertaken");
    }

    private static Step Notice(string detail) => new($"NotifyPatron({detail})", d => NotifyOfFailure(d, detail));

    private static void NotifyOfFailure(Decision d, string detail)
    {
        d.Request.Facts.FailureNoticeAt = d.Now;
        d.Emit(EffectKind.NotifyPatron, detail);
    }
}
