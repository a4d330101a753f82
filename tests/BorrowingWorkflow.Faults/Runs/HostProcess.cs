using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using BorrowingWorkflow.Faults.Wire;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>A host in a process of its own, at its other end of the pipes. Safe for any number of threads.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly TextWriter _orders;
    private readonly Func<HostProcess, FromHost, Task> _hear;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<FromHost?>> _pending = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _errors = new();
    private long _numbers;

    private HostProcess(Process process, Func<HostProcess, FromHost, Task> hear)
    {
        (_process, _hear) = (process, hear);
        _orders = TextWriter.Synchronized(new StreamWriter(process.StandardInput.BaseStream, new UTF8Encoding(false)) { AutoFlush = true });
        Gone = Task.Run(ListenAsync);
    }

    /// <summary>Ends when the process has gone and everything that it said has been heard.</summary>
    public Task Gone { get; }

    /// <summary>True once it was killed on purpose.</summary>
    public bool IsKilled { get; private set; }

    /// <summary>Starts a host and waits until it takes orders.</summary>
    /// <param name="store">Which store, as the program's arguments name it.</param>
    /// <param name="connection">Where it is.</param>
    /// <param name="clockOffset">How far its clock is from the machine's.</param>
    /// <param name="hear">Told what the host says by itself.</param>
    public static async Task<HostProcess> StartAsync(string store, string connection, TimeSpan clockOffset, Func<HostProcess, FromHost, Task> hear)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", typeof(HostProcess).Assembly.Location, "host", store, connection, $"{clockOffset.Ticks}" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        HostProcess host = new(Process.Start(start)!, hear);
        await Task.WhenAny(host._ready.Task, host.Gone);
        return host._ready.Task.IsCompleted || host.IsKilled ? host : throw new InvalidOperationException($"A host did not start: {host._errors}");
    }

    /// <summary>Gives an order; null where the host went before it answered.</summary>
    public async Task<FromHost?> AskAsync(Order order, Func<ToHost, ToHost>? with = null)
    {
        var number = Interlocked.Increment(ref _numbers);
        var answer = _pending.GetOrAdd(number, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        var line = new ToHost(number, order);
        Say(with?.Invoke(line) ?? line);
        if (Gone.IsCompleted && _pending.TryRemove(number, out _))
        {
            return null;
        }

        return await answer.Task;
    }

    /// <summary>Says something that needs no answer. A host that has gone does not hear it.</summary>
    public void Say(ToHost line)
    {
        try
        {
            _orders.WriteLine(WireJson.Write(line));
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        IsKilled = true;
        _process.Kill();
    }

    /// <summary>What the host wrote before it went by itself.</summary>
    public string Epitaph => $"exit code {_process.ExitCode}: {_errors}";

    public void Dispose() => _process.Dispose();

    private async Task ListenAsync()
    {
        var errors = Task.Run(async () => _errors.Append(await _process.StandardError.ReadToEndAsync()));
        while (await _process.StandardOutput.ReadLineAsync() is { } text)
        {
            // A line that the kill cut off says nothing.
            if (WireJson.Read<FromHost>(text) is { } line)
            {
                Hear(line);
            }
            else if (!IsKilled)
            {
                Hear(new(0, Word.Trouble) { Fault = $"No line of a host: {text}" });
            }
        }

        await _process.WaitForExitAsync();
        await errors;
        while (!_pending.IsEmpty)
        {
            foreach (var number in _pending.Keys)
            {
                Complete(number, null);
            }
        }
    }

    private void Hear(FromHost line)
    {
        if (line.Word == Word.Ready && line.Number == 0)
        {
            _ready.TrySetResult();
        }
        else if (line.Word is Word.Carry or Word.Conflict or Word.Trouble)
        {
            _ = _hear(this, line);
        }
        else
        {
            Complete(line.Number, line);
        }
    }

    private void Complete(long number, FromHost? line)
    {
        if (_pending.TryRemove(number, out var answer))
        {
            answer.SetResult(line);
        }
    }
}
