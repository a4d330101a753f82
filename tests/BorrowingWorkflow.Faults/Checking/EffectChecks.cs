using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Wire;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>Every effect is carried out at least once, and a repetition can be told.</summary>
internal static class EffectChecks
{
    public static IEnumerable<Finding> Settled(Evidence evidence)
    {
        foreach (var row in evidence.Outbox)
        {
            if (row.Outcome is null or EffectOutcome.Retry)
            {
                yield return new(Promises.EffectsAreSettled, $"{row.Effect}", "it still waits");
            }
        }
    }

    public static IEnumerable<Finding> Delivered(Evidence evidence)
    {
        var arrived = evidence.Arrivals.Select(arrival => (arrival.Port, arrival.Effect.Id)).ToHashSet();
        var held = evidence.Arrivals.Where(arrival => arrival.Port == Port.Request)
            .Select(arrival => (arrival.Effect.Request, arrival.Effect.Entry)).ToHashSet();
        var outcomes = evidence.Events.Select(row => row.MessageId).ToHashSet(StringComparer.Ordinal);
        foreach (var effect in evidence.Outbox.Where(row => row.Outcome == EffectOutcome.Done).Select(row => row.Effect))
        {
            var has = effect switch
            {
                // Its partner has the request: by this message, or by an earlier one that it repeats or asks about.
                { IsSend: true } => held.Contains((effect.Request, effect.Entry)),
                { Kind: EffectKind.StopLocate } => true,
                // An answer that nobody waits for any more is not given.
                { Kind: EffectKind.StartLocate or EffectKind.RetryLocate } =>
                    outcomes.Contains($"outcome/{effect.Id}") || evidence.Requests.GetValueOrDefault(effect.Request)?.Facts.LocateEffect != effect.Id
                    || evidence.Requests[effect.Request].Status != Requests.BorrowingStatus.LocateInProcess,
                { Kind: EffectKind.SubmitReplacement } => evidence.Requests.ContainsKey(effect.Replacement!.Value),
                _ => arrived.Contains((PortOf(effect), effect.Id)),
            };
            if (!has)
            {
                yield return new(Promises.DoneHasArrived, $"{effect}", "it never arrived");
            }
        }
    }

    public static IEnumerable<Finding> Recognisable(Evidence evidence)
    {
        var saved = evidence.Outbox.GroupBy(row => row.Id, StringComparer.Ordinal).ToDictionary(
            rows => rows.Key, rows => Text(rows.First().Effect), StringComparer.Ordinal);
        foreach (var arrival in evidence.Arrivals)
        {
            if (!saved.TryGetValue(arrival.Effect.Id, out var text))
            {
                yield return new(Promises.ArrivalIsSaved, $"{arrival.Effect}", "no effect of this id is in the outbox");
            }
            else if (text != Text(arrival.Effect))
            {
                yield return new(Promises.ArrivalIsSaved, $"{arrival.Effect}", "it arrived otherwise than it was saved");
            }
        }
    }

    private static Port PortOf(Effect effect) => effect.Kind switch
    {
        EffectKind.NotifyPatron or EffectKind.AlertStaff => Port.Notifier,
        EffectKind.SendCancel or EffectKind.TellPartner or EffectKind.SendReceived or EffectKind.SendReturned or EffectKind.SendRenew
            or EffectKind.SendLost or EffectKind.SendNote or EffectKind.SendConditionAnswer => Port.Message,
        _ => Port.Circulation,
    };

    private static string Text(Effect effect) => Convert.ToBase64String(BorrowingRequestJson.Serialize(effect));
}
