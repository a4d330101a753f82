namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>What a mock lender got and sent, and what it has counted. For one thread at a time.</summary>
/// <param name="kept">How many exchanged messages it keeps.</param>
internal sealed class MockLedger(int kept)
{
    private readonly Queue<MockExchange> _exchanges = [];
    private readonly Dictionary<MockCue, int> _heard = [];

    /// <summary>See <see cref="MockTally.Requests"/>.</summary>
    public int Requests { get; set; }

    /// <summary>See <see cref="MockTally.Repeated"/>.</summary>
    public int Repeated { get; set; }

    /// <summary>See <see cref="MockTally.Refused"/>.</summary>
    public int Refused { get; set; }

    /// <summary>See <see cref="MockTally.Sent"/>.</summary>
    public int Sent { get; set; }

    /// <summary>See <see cref="MockTally.Objected"/>.</summary>
    public int Objected { get; set; }

    /// <summary>What was exchanged, oldest first.</summary>
    public IReadOnlyList<MockExchange> Exchanges => [.. _exchanges];

    /// <summary>What has been counted so far.</summary>
    public MockTally Tally() => new(Requests, Repeated, Refused, Sent, Objected) { Heard = new Dictionary<MockCue, int>(_heard) };

    /// <summary>Counts what a message says.</summary>
    public void Hear(MockCue cue) => _heard[cue] = _heard.GetValueOrDefault(cue) + 1;

    /// <summary>Keeps a message; the oldest goes where there are too many.</summary>
    public void Keep(MockExchange exchange)
    {
        _exchanges.Enqueue(exchange);
        if (_exchanges.Count > kept)
        {
            _exchanges.Dequeue();
        }
    }
}
