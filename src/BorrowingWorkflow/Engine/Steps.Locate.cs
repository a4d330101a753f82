using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Engine;

internal static partial class Steps
{
    public static readonly Step StartLocate = new("StartLocate", BeginLocate);

    public static readonly Step StartLocateAgain = new("StartLocate (entries that have answered come last)", BeginLocate);

    public static readonly Step StopLocate = new("StopLocate", d =>
    {
        SettleLocate(d, EffectOutcome.Failed);
        d.Emit(EffectKind.StopLocate);
    });

    public static readonly Step RetryLocateOrAlert = new("RetryLocate or, past the attempts, AlertStaff(LocateStuck)", d =>
    {
        if (++d.Request.Facts.LocateAttempts < d.Options.LocateAttempts)
        {
            d.Request.Facts.LocateEffect = d.NextEffectId();
            d.Effects.Add(new(d.Request.Facts.LocateEffect, d.Request.Id, EffectKind.RetryLocate) { At = d.Now, NotBefore = d.Now + d.Options.LocateBackoff });
        }
        else
        {
            d.Emit(EffectKind.AlertStaff, "LocateStuck");
        }
    });

    public static readonly Step AlertPossibleDuplicate = Alert("PossibleDuplicate");

    public static readonly Step AlertBadRota = Alert("BadRota");

    public static readonly Step ActivateFirstEntry = new("ActivateFirstEntry", RotaProgress.ActivateNext);

    public static readonly Step RecordImported = new(
        "record Imported (no effects; its deadlines are armed; history detectors skip what came before)", Imports.Apply);

    public static readonly Step SubmitReplacement = new("SubmitReplacement (linked both ways)", d =>
    {
        d.Request.ReplacedBy = Replacement.IdOf(d.Request);
        d.Effects.Add(new(d.NextEffectId(), d.Request.Id, EffectKind.SubmitReplacement)
        {
            Replacement = d.Request.ReplacedBy,
            At = d.Now,
            NotBefore = d.Now,
        });
    });

    private static void BeginLocate(Decision d)
    {
        d.Request.Facts.LocateAttempts = 0;
        d.Request.ActiveEntry = null;
        d.Request.Facts.LocateEffect = d.Emit(EffectKind.StartLocate).Id;
    }

    /// <summary>The locate that is awaited leaves the queue: it has answered, or its answer is not wanted any more.</summary>
    public static void SettleLocate(Decision d, EffectOutcome outcome)
    {
        if (d.Request.Facts.LocateEffect is { } effect)
        {
            d.Settled.Add(new(effect, outcome, d.Now));
            d.Request.Facts.LocateEffect = null;
        }
    }
}
