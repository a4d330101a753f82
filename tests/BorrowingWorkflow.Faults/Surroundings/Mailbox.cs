using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Faults.Surroundings;

/// <summary>Partners' messages on their way to the hosts. They come out of order, and some again. Safe for any number of threads.</summary>
internal sealed class Mailbox(int seed)
{
    private const int Reach = 6;
    private const int RepeatsInPercent = 12;

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private readonly List<WorkflowInput> _messages = [];
    private int _underWay;

    /// <summary>True where nothing waits and nothing is under way.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _messages.Count + _underWay == 0;
            }
        }
    }

    public void Post(WorkflowInput message)
    {
        lock (_lock)
        {
            _messages.Add(message);
        }
    }

    /// <summary>Takes one of the oldest, to be delivered; null where there is none. Now and then it stays in the box too.</summary>
    public WorkflowInput? Take()
    {
        lock (_lock)
        {
            if (_messages.Count == 0)
            {
                return null;
            }

            var index = _random.Next(Math.Min(Reach, _messages.Count));
            var message = _messages[index];
            if (_random.Next(100) >= RepeatsInPercent)
            {
                _messages.RemoveAt(index);
            }

            _underWay++;
            return message;
        }
    }

    /// <summary>A message that was taken is acknowledged.</summary>
    public void Acknowledge()
    {
        lock (_lock)
        {
            _underWay--;
        }
    }
}
