using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Ports;

/// <summary>Effects that were carried out, each once, in the order in which they came first. Safe for any number of threads.</summary>
/// <typeparam name="TOutcome">What came of each.</typeparam>
internal sealed class EffectLog<TOutcome>
{
    private readonly Lock _lock = new();
    private readonly List<Effect> _effects = [];
    private readonly Dictionary<string, TOutcome> _outcomes = new(StringComparer.Ordinal);

    /// <summary>The effects, oldest first, as of now.</summary>
    public IReadOnlyList<Effect> Effects
    {
        get
        {
            lock (_lock)
            {
                return [.. _effects];
            }
        }
    }

    /// <summary>Carries an effect out, or tells what came of it where it was carried out before.</summary>
    public TOutcome Once(Effect effect, Func<TOutcome> carryOut)
    {
        lock (_lock)
        {
            if (!_outcomes.TryGetValue(effect.Id, out var outcome))
            {
                outcome = carryOut();
                _outcomes.Add(effect.Id, outcome);
                _effects.Add(effect);
            }

            return outcome;
        }
    }

    /// <summary>Takes free text off the effects of a request.</summary>
    public void EraseText(Requests.RequestId request)
    {
        lock (_lock)
        {
            for (var index = 0; index < _effects.Count; index++)
            {
                if (_effects[index].Request == request)
                {
                    _effects[index] = _effects[index] with { Text = null };
                }
            }
        }
    }
}
