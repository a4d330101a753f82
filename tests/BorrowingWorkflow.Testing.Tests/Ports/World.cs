using BorrowingWorkflow.Testing.Ports;

namespace BorrowingWorkflow.Testing.Tests.Ports;

/// <summary>The world outside: it does a deed once for a key, and may break off. Safe for any number of threads.</summary>
internal sealed class World
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _keys = [];
    private readonly List<string> _deeds = [];

    public PortFault? Fault { get; set; }

    public int Count(string effect)
    {
        lock (_lock)
        {
            return _deeds.Count(deed => deed == effect);
        }
    }

    public void Do(string key, string effect)
    {
        lock (_lock)
        {
            if (Fault == PortFault.BeforeTheDeed)
            {
                throw new IOException("The world is not there.");
            }

            if (_keys.Add(key))
            {
                _deeds.Add(effect);
            }

            if (Fault == PortFault.AfterTheDeed)
            {
                throw new IOException("The world did not say.");
            }
        }
    }
}
