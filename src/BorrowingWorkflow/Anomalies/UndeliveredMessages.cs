using BorrowingWorkflow.Anomalies.Detectors;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Anomalies;

/// <summary>Messages to partners, the request itself apart, that have waited in the outbox for too long.</summary>
internal static class UndeliveredMessages
{
    public static IEnumerable<AnomalyFinding> Find(PendingEffects pending, AnomalySettings settings, DateTimeOffset now) =>
        from effect in pending.All
        where IsMessage(effect.Kind) && now - effect.At > settings.MessageUndelivered
        group effect by effect.Request into effects
        let oldest = effects.MinBy(effect => effect.At)
        select new AnomalyFinding(
            SetRules.MessageUndelivered,
            effects.Key,
            $"{Named(oldest.Kind)} to the partner has waited since {Words.Moment(oldest.At)}, {Words.Count(oldest.Attempts, "attempt", "attempts")}{Others(effects.Count() - 1)}.");

    private static bool IsMessage(EffectKind kind) => kind
        is EffectKind.SendCancel or EffectKind.TellPartner or EffectKind.SendReceived or EffectKind.SendReturned
        or EffectKind.SendRenew or EffectKind.SendLost or EffectKind.SendNote or EffectKind.SendConditionAnswer;

    private static string Named(EffectKind kind) => kind switch
    {
        EffectKind.SendCancel or EffectKind.TellPartner => "The cancellation",
        EffectKind.SendReceived => "The receipt",
        EffectKind.SendReturned => "The return",
        EffectKind.SendRenew => "The renewal",
        EffectKind.SendLost => "The report of the loss",
        EffectKind.SendConditionAnswer => "The answer to the condition",
        _ => "A note",
    };

    private static string Others(int count) => count == 0 ? "" : $"; {count} more with it";
}
