using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Engine;

internal static partial class Steps
{
    private const string Configuration = "have the lender check its library and location configuration";

    public static readonly Step SendRequest = new("SendRequest", d => QueueSend(d, EffectKind.SendRequest));

    public static readonly Step SendRequestUnlessWaiting = new("SendRequest unless OnRejected=WaitForStaff", d =>
    {
        if (d.Options.OnRejected == RejectedPolicy.Continue)
        {
            QueueSend(d, EffectKind.SendRequest);
        }
    });

    public static readonly Step SendRetry = new("SendRequest(Retry) to the same partner", d =>
    {
        d.Request.Condition = null;
        QueueSend(d, EffectKind.SendRequest, detail: "Retry");
    });

    public static readonly Step SendOrAskNow = new(
        "SendRequest now or, while an outcome is unknown, AskPartner or RepeatSend now (resets the attempts)", d =>
        {
            Withdraw(d);
            if (d.Active is { } active && d.Request.ActiveEntry is { } index)
            {
                d.SetEntry(index, active with { FailedSends = 0 });
                var isUncertain = active.UnknownSends.Count > 0 || KnownSends.IsUnderWay(d, index);
                QueueSend(d, isUncertain ? AskOrRepeat(d) : EffectKind.SendRequest);
            }
        });

    public static readonly Step RetrySendOrAlert = new(
        $"RetrySend with back-off or, past the attempts, AlertStaff(CannotSend: {Configuration})",
        d => AfterFailure(d, entry => entry.UnknownSends.Count > 0 ? AskOrRepeat(d) : EffectKind.RetrySend));

    public static readonly Step AskOrRepeatOrAlert = new(
        $"AskPartner with back-off, or RepeatSend where the peer cannot be asked; past the attempts AlertStaff(CannotSend: {Configuration})",
        d => AfterFailure(d, _ => AskOrRepeat(d)));

    public static readonly Step WithdrawSend = new("WithdrawSend", Withdraw);

    public static readonly Step RecordSentAsImplied = new("record Sent as implied, then apply", d =>
    {
        d.Records.Add("SentImplied");
        Confirm(d);

        // The confirmation that is implied would have started the partner's time; the answer may stop it again.
        d.Arm(DeadlineKind.PartnerExpiry, PartnerExpiry(d, d.Now));
    });

    public static readonly Step RecordSentAfterwards = Record("record SentAfterwards", "SentAfterwards");

    public static readonly Step TellCancelUnlessNotDelivered = new("TellPartner(Cancel) unless the outcome is notDelivered", d =>
    {
        if (d.Data.Outcome != SendOutcome.NotDelivered || d.Trigger == Machine.Trigger.Sent)
        {
            TellCancelTo(d, KnownSends.Concerned(d));
        }
    });

    public static readonly Step ArmPartnerExpiry = new("ArmPartnerExpiry", d => d.Arm(DeadlineKind.PartnerExpiry, PartnerExpiry(d, d.Now)));

    public static readonly Step DisarmPartnerExpiry = new("DisarmPartnerExpiry", d => d.Disarm(DeadlineKind.PartnerExpiry));

    public static readonly Step ActivateNextEntry = new("ActivateNextEntry", RotaProgress.ActivateNext);

    public static readonly Step MarkSkipped = Mark(EntryState.Skipped);

    /// <summary>When the active partner's days to respond are over.</summary>
    public static DateTimeOffset PartnerExpiry(Decision d, DateTimeOffset from) =>
        d.Context.Calendar.AddWorkingDays(from, d.ActiveProfile.DaysToRespond, d.Request.Library, d.ActivePartner);

    /// <summary>Notes that the active partner has the request: nothing more is to be sent or asked.</summary>
    public static void Confirm(Decision d)
    {
        if (d.Request.ActiveEntry is not { } index)
        {
            return;
        }

        d.SetEntry(index, d.Request.Rota[index] with { IsConfirmed = true, UnknownSends = [], FailedSends = 0 });
        d.Request.Facts.Done |= LifeSteps.Sent;
        Withdraw(d);
    }

    private static void Withdraw(Decision d)
    {
        foreach (var send in d.Context.OpenSends)
        {
            if (!send.IsUnderWay && !d.Withdrawn.Contains(send.Effect) && !d.Settled.Any(settled => settled.Effect == send.Effect))
            {
                d.Withdrawn.Add(send.Effect);
            }
        }
    }

    private static void QueueSend(Decision d, EffectKind kind, string? detail = null, DateTimeOffset? notBefore = null)
    {
        if (d.Request.ActiveEntry is not { } index)
        {
            return;
        }

        var entry = d.Request.Rota[index];
        var id = d.NextEffectId();
        var repeats = kind is EffectKind.RepeatSend or EffectKind.RetrySend or EffectKind.AskPartner && entry.FirstSend is not null;
        d.Effects.Add(new(id, d.Request.Id, kind)
        {
            Detail = detail,
            Partner = entry.Partner,
            Entry = index,
            RepeatOf = repeats ? entry.FirstSend : id,
            At = repeats ? entry.FirstSendAt ?? d.Now : d.Now,
            NotBefore = notBefore ?? d.Now,
        });
        d.SetEntry(index, entry with
        {
            LastSend = id,
            LastSendAsks = kind == EffectKind.AskPartner,
            FirstSend = repeats ? entry.FirstSend : id,
            FirstSendAt = repeats ? entry.FirstSendAt : d.Now,
        });
    }

    private static EffectKind AskOrRepeat(Decision d) => d.ActiveProfile.AnswersStatusRequests ? EffectKind.AskPartner : EffectKind.RepeatSend;

    private static void AfterFailure(Decision d, Func<RotaEntry, EffectKind> next)
    {
        if (d.Request.ActiveEntry is not { } index)
        {
            return;
        }

        var entry = d.Request.Rota[index];
        entry = entry with { FailedSends = entry.FailedSends + 1, UnknownSends = KnownSends.StillUnknown(d, entry) };
        d.SetEntry(index, entry);
        if (entry.FailedSends >= d.Options.SendAttempts)
        {
            d.Emit(EffectKind.AlertStaff, "CannotSend", Configuration);
            return;
        }

        // What waits to go out was queued for what was known before; the partner gets one message or question at a time.
        Withdraw(d);
        QueueSend(d, next(entry), notBefore: d.Now + Backoff.After(entry.FailedSends, d.Options.SendBackoff, d.Options.LongestSendBackoff));
    }

    private static Step Mark(EntryState state) => new($"MarkEntry({state})", d => d.MarkEntry(state, d.Data.Reason));
}
