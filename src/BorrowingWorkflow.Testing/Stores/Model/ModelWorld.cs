using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Stores.Model;

/// <summary>What a run has come to: what operations refer to when they say "the third request".</summary>
internal sealed class ModelWorld
{
    // Cases, lengths and scripts in which an order by culture, by upper case or by UTF-16 differs from the one by code points.
    private static readonly string[] FirstIds = ["R-1", "r-1", "R-10", "R-2", "Ä-1", "漢-1", "ｆ-1", "𐍈-1"];
    private static readonly DateTimeOffset Start = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly List<KnownRequest> _requests = [];
    private long _minutes;
    private long _ticks;

    /// <summary>The requests that there are.</summary>
    public IReadOnlyList<KnownRequest> Requests => _requests;

    /// <summary>What time it is.</summary>
    public DateTimeOffset Now => Start.AddMinutes(_minutes).AddTicks(_ticks);

    /// <summary>The id that the next request gets.</summary>
    public RequestId NextId => _requests.Count < FirstIds.Length ? FirstIds[_requests.Count] : $"R-{_requests.Count + 1}";

    /// <summary>One of a few moments that many requests share, so that lists have ties.</summary>
    public static DateTimeOffset SharedMoment(int number) => Start.AddHours(number % 4).AddTicks(number % 2);

    /// <summary>The request of this number, counted round; null where there is none.</summary>
    public KnownRequest? Request(int number) => _requests.Count == 0 ? null : _requests[number % _requests.Count];

    /// <summary>Now, or some minutes on, and no other moment of the run: the contract does not say which of two equally old effects comes first.</summary>
    public DateTimeOffset Moment(int minutes = 0)
    {
        _ticks++;
        return Now.AddMinutes(minutes);
    }

    /// <summary>Moves the clock. A tick more, so that no lease ends just then.</summary>
    public void Pass(int minutes)
    {
        _minutes += minutes;
        _ticks++;
    }

    /// <summary>Takes note of a save that was accepted.</summary>
    public void Saved(RequestSave save)
    {
        var known = _requests.Find(known => known.Id == save.Request.Id);
        if (known is null)
        {
            _requests.Add(known = new());
        }

        known.Saved(save);
    }

    /// <summary>Takes note of a settlement.</summary>
    public void Settled(EffectSettlement settlement) => _requests.ForEach(known => known.Settled(settlement));

    /// <summary>Everything is gone, as after the restart of a store in memory; time goes on.</summary>
    public void Clear() => _requests.Clear();
}
