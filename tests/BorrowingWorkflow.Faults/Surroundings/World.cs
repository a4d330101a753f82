using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Wire;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Faults.Surroundings;

/// <summary>
/// Everything outside of the hosts: it takes their effects, records what arrived, drops, repeats, delays and reorders, and lets partners
/// answer what really reached them. Safe for any number of threads.
/// </summary>
/// <remarks>A question never overtakes the request that it asks about: where it does, nobody can answer no.</remarks>
internal sealed class World(int seed, Mailbox mail)
{
    private readonly Lock _lock = new();
    private readonly Weather _weather = new(seed);
    private readonly PartnerMinds _minds = new(seed + 1, mail);
    private readonly List<Receipt> _arrivals = [];
    private readonly List<HeldBack> _held = [];
    private readonly HashSet<(RequestId Request, string? Partner)> _holders = [];
    private readonly Dictionary<Fate, int> _fates = [];
    private long _happenings;

    public IReadOnlyList<Receipt> Arrivals
    {
        get
        {
            lock (_lock)
            {
                return [.. _arrivals];
            }
        }
    }

    /// <summary>How often each fate befell an effect.</summary>
    public IReadOnlyDictionary<Fate, int> Fates
    {
        get
        {
            lock (_lock)
            {
                return _fates.ToDictionary();
            }
        }
    }

    /// <summary>Takes an effect. The task ends when the world says what became of it; null: the port is to throw.</summary>
    public Task<Delivery?> TakeAsync(Port port, Effect effect)
    {
        lock (_lock)
        {
            GoOn();
            var fate = _weather.Next(port);
            _fates[fate] = _fates.GetValueOrDefault(fate) + 1;
            if (port == Port.Question)
            {
                return Task.FromResult(Answer(fate, effect));
            }

            switch (fate)
            {
                case Fate.Twice:
                    Arrive(port, effect);
                    Arrive(port, effect);
                    return Task.FromResult<Delivery?>(Delivery.Delivered);
                case Fate.Slow:
                    Arrive(port, effect);
                    var slow = new TaskCompletionSource<Delivery?>(TaskCreationOptions.RunContinuationsAsynchronously);
                    _held.Add(new(_happenings + _weather.Delay(), null, () => slow.SetResult(Delivery.Delivered)));
                    return slow.Task;
                case Fate.Late:
                    _held.Add(new(_happenings + _weather.Delay(), effect, () => Arrive(port, effect)));
                    return Task.FromResult<Delivery?>(Delivery.Unknown);
                case Fate.Lost or Fate.Refused or Fate.BrokenBefore:
                    return Task.FromResult(AfterLoss(fate));
                default:
                    Arrive(port, effect);
                    return Task.FromResult<Delivery?>(fate switch
                    {
                        Fate.Confirmed => Delivery.Delivered,
                        Fate.Unconfirmed => Delivery.Unknown,
                        _ => null,
                    });
            }
        }
    }

    /// <summary>Something else has happened: what was held back for so long goes on.</summary>
    public void Pass()
    {
        lock (_lock)
        {
            GoOn();
        }
    }

    /// <summary>From now on everything arrives, what was held back too.</summary>
    public void ClearUp()
    {
        lock (_lock)
        {
            _weather.IsFine = true;
            Release(_ => true);
        }
    }

    private Delivery? Answer(Fate fate, Effect effect)
    {
        Release(held => held.Message is { } message && message.Request == effect.Request && message.Partner == effect.Partner);
        Record(Port.Question, effect);
        return fate switch
        {
            Fate.BrokenBefore or Fate.BrokenAfter => null,
            Fate.Lost or Fate.Unconfirmed or Fate.Late => Delivery.Unknown,
            _ => _holders.Contains((effect.Request, effect.Partner)) ? Delivery.Delivered : Delivery.NotDelivered,
        };
    }

    private static Delivery? AfterLoss(Fate fate) => fate switch
    {
        Fate.Lost => Delivery.Unknown,
        Fate.Refused => Delivery.NotDelivered,
        _ => null,
    };

    private void Arrive(Port port, Effect effect)
    {
        Record(port, effect);
        if (port == Port.Request)
        {
            _holders.Add((effect.Request, effect.Partner));
            _minds.TakeRequest(effect);
        }
        else if (port == Port.Message)
        {
            _minds.TakeMessage(effect);
        }
    }

    private void Record(Port port, Effect effect) => _arrivals.Add(new(_arrivals.Count + 1, port, effect));

    private void GoOn()
    {
        _happenings++;
        Release(held => held.Due <= _happenings);
    }

    private void Release(Predicate<HeldBack> which)
    {
        var due = _held.FindAll(which);
        _held.RemoveAll(which);
        due.ForEach(held => held.GoOn());
    }
}
