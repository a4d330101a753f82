using System.Collections.Concurrent;
using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Faults.Wire;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Faults.Hosts;

/// <summary>A host's end of the pipes to the conductor. Safe for any number of threads.</summary>
internal sealed class ConductorLink : IDisposable
{
    private readonly TextReader _in = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
    private readonly TextWriter _out = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true });
    private readonly ConcurrentDictionary<long, TaskCompletionSource<Delivery?>> _questions = new();
    private long _numbers;

    public void Dispose() => _in.Dispose();

    /// <summary>Says something. What is said before a kill arrives; a line that the kill cuts off does not count.</summary>
    public void Say(FromHost line) => _out.WriteLine(WireJson.Write(line));

    /// <summary>Asks the world what becomes of an effect; the question itself says that the effect has left the host.</summary>
    /// <exception cref="IOException">The world says that the port breaks.</exception>
    public async ValueTask<Delivery> CarryAsync(Port port, Effect effect)
    {
        var number = Interlocked.Increment(ref _numbers);
        var answer = _questions.GetOrAdd(number, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        Say(new(number, Word.Carry) { Port = port, Effect = effect });
        return await answer.Task ?? throw new IOException("The port broke.");
    }

    /// <summary>Takes orders until the conductor closes the pipe.</summary>
    /// <param name="obey">Carries an order out; not waited for.</param>
    public async Task ListenAsync(Func<ToHost, Task> obey)
    {
        while (await _in.ReadLineAsync() is { } line)
        {
            var order = WireJson.Read<ToHost>(line) ?? throw new InvalidDataException($"No order: {line}");
            if (order.Order == Order.Answer)
            {
                _questions.TryRemove(order.Number, out var question);
                question?.SetResult(order.Answer);
            }
            else
            {
                _ = Task.Run(() => obey(order));
            }
        }
    }
}
