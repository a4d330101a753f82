using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Storage;

/// <summary>What every store does alike with a save: for those who write one.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public static class SaveRules
{
    /// <summary>Throws where the parts of a save don't belong together: a mistake of the caller's, not of the data. A store calls it first.</summary>
    /// <exception cref="ArgumentException">The parts don't belong together; the message says which.</exception>
    public static void Check(RequestSave save)
    {
        ArgumentNullException.ThrowIfNull(save);
        var request = save.Request;
        if (request.Revision != save.Expected.Revision + 1 || save.Event.Revision != request.Revision)
        {
            throw new ArgumentException(
                $"Request {request.Id} is saved as revision {request.Revision} with event {save.Event.Revision}, on {save.Expected}; each save is the next revision.",
                nameof(save));
        }

        if (save.Event.Request != request.Id || save.Key.Request != request.Id)
        {
            throw new ArgumentException($"The event and its key are not about request {request.Id}.", nameof(save));
        }
    }

    /// <summary>True where a new effect goes into the outbox as carried out: nobody will settle it.</summary>
    public static bool IsDoneAtOnce(RequestSave save, Effect effect)
    {
        ArgumentNullException.ThrowIfNull(save);
        ArgumentNullException.ThrowIfNull(effect);
        return save.EffectsAreDone && effect.Kind is not (EffectKind.SendRequest or EffectKind.RetrySend or EffectKind.StartLocate or EffectKind.RetryLocate);
    }

    /// <summary>The event as it stays after a purge: what came when from whom, and its verdict; not what it said.</summary>
    public static HistoryEvent WithoutPatronData(HistoryEvent item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item with
        {
            Data = null,
            Reason = null,
            Who = item.By == Actor.Patron ? null : item.Who,
            Records = item.Trigger == Trigger.EditRequest || item.AndThen == Trigger.EditRequest ? [] : item.Records,
        };
    }

    /// <summary>The effect as it stays after a purge.</summary>
    public static Effect WithoutPatronData(Effect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return effect with { Text = null };
    }
}
