using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Wire;

namespace BorrowingWorkflow.Faults.Checking;

/// <summary>A lender that has the request is never left with it.</summary>
internal static class HoldingChecks
{
    /// <summary>
    /// A partner that got the request, and whose turn is over, is known to have had it, or was told to cancel: the rota never went on, and
    /// the request was never closed, in the belief that nobody held it.
    /// </summary>
    public static IEnumerable<Finding> OneHolder(Evidence evidence)
    {
        var told = evidence.Outbox.Where(row => row.Effect.Kind is EffectKind.SendCancel or EffectKind.TellPartner)
            .Select(row => (row.Effect.Request, row.Effect.Entry)).ToHashSet();
        foreach (var (id, entry) in evidence.Arrivals.Where(arrival => arrival.Port == Port.Request)
            .Select(arrival => (arrival.Effect.Request, arrival.Effect.Entry)).Distinct())
        {
            if (evidence.Requests.TryGetValue(id, out var request) && entry is { } index && index != request.ActiveEntry
                && request.Rota[index] is { IsConfirmed: false } passed && !told.Contains((id, entry)))
            {
                yield return new(Promises.OneHolder, $"{id}", $"{passed.Partner} got it, and was passed over ({passed.State}) without a word");
            }
        }
    }
}
