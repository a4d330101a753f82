using BorrowingWorkflow.Faults.Wire;

namespace BorrowingWorkflow.Faults.Surroundings;

/// <summary>Decides by its seed what becomes of effects on their way out. Not safe for several threads.</summary>
internal sealed class Weather(int seed)
{
    private static readonly (Fate Fate, int Weight)[] ForMessages =
    [
        (Fate.Confirmed, 58), (Fate.Twice, 6), (Fate.Slow, 6), (Fate.Unconfirmed, 6), (Fate.Late, 6), (Fate.Lost, 5), (Fate.Refused, 8),
        (Fate.BrokenBefore, 2), (Fate.BrokenAfter, 3),
    ];

    // A notifier or a circulation returns or throws; there is no half knowledge.
    private static readonly (Fate Fate, int Weight)[] ForOthers =
    [
        (Fate.Confirmed, 76), (Fate.Twice, 5), (Fate.Slow, 5), (Fate.BrokenBefore, 7), (Fate.BrokenAfter, 7),
    ];

    private readonly Random _random = new(seed);

    /// <summary>True where everything arrives at once and is confirmed.</summary>
    public bool IsFine { get; set; }

    public Fate Next(Port port)
    {
        var fates = port is Port.Notifier or Port.Circulation ? ForOthers : ForMessages;
        var draw = _random.Next(fates.Sum(fate => fate.Weight));
        return IsFine ? Fate.Confirmed : fates.First(fate => (draw -= fate.Weight) < 0).Fate;
    }

    /// <summary>After how many other happenings something that is late or slow goes on.</summary>
    public int Delay() => IsFine ? 0 : _random.Next(1, 40);
}
