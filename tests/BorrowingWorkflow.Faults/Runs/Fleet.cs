using BorrowingWorkflow.Faults.Surroundings;
using BorrowingWorkflow.Faults.Wire;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>The hosts of a run: killed, started again, and their clocks. Safe for any number of threads.</summary>
internal sealed class Fleet(IStage stage, World world, Tally tally, int size) : IDisposable
{
    /// <summary>What an effect is counted as whose host was killed before it heard what became of it.</summary>
    public const string EffectCutOff = "effects whose outcome a kill overtook";

    private static readonly TimeSpan UntilAnEffect = TimeSpan.FromSeconds(5);

    private readonly Task<HostProcess>[] _hosts = new Task<HostProcess>[size];
    private readonly TimeSpan[] _skews = new TimeSpan[size];
    private readonly TaskCompletionSource<HostProcess>?[] _atNextEffect = new TaskCompletionSource<HostProcess>?[size];

    /// <summary>How far the hosts' clocks are from the machine's, but for each one's skew.</summary>
    public TimeSpan ClockOffset { get; private set; }

    /// <summary>The furthest that they ever were.</summary>
    public TimeSpan FurthestOffset { get; private set; }

    public int Size => size;

    public Task StartAsync() => Task.WhenAll(Enumerable.Range(0, size).Select(Start));

    /// <summary>A host that takes orders; waits until there is one.</summary>
    /// <exception cref="InvalidOperationException">A host ended by itself.</exception>
    public async Task<HostProcess> AnyAsync(Random random)
    {
        var first = random.Next(size);
        while (true)
        {
            for (var i = 0; i < size; i++)
            {
                var slot = Volatile.Read(ref _hosts[(first + i) % size]);
                if (slot.IsFaulted)
                {
                    await slot;
                }

                if (slot.IsCompletedSuccessfully && await slot is { Gone.IsCompleted: false, IsKilled: false } host)
                {
                    return host;
                }
            }

            await Task.WhenAny(_hosts.Select(slot => ReadyAsync(slot)));
        }
    }

    /// <summary>The host of a number, once it takes orders.</summary>
    public Task<HostProcess> HostAsync(int number) => Volatile.Read(ref _hosts[number]);

    /// <summary>kill -9, now. The host is started again at once; nobody waits for it.</summary>
    public async Task KillAsync(int number)
    {
        var host = await HostAsync(number);
        host.Kill();
        await host.Gone;
        _ = Start(number);
    }

    /// <summary>kill -9 when an effect has left the host and arrived or not, before the host hears of it.</summary>
    public async Task KillAtNextEffectAsync(int number)
    {
        await HostAsync(number);
        var waiting = new TaskCompletionSource<HostProcess>(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _atNextEffect[number], waiting);
        // It may have nothing to do for a while.
        await Task.WhenAny(waiting.Task, Task.Delay(UntilAnEffect, TimeProvider.System));
        Interlocked.Exchange(ref _atNextEffect[number], null);
        if (waiting.Task.IsCompleted)
        {
            tally.Count(EffectCutOff);
        }

        await KillAsync(number);
    }

    /// <summary>Moves all clocks.</summary>
    public Task JumpAsync(TimeSpan by) => SetClocksAsync(ClockOffset + by);

    /// <summary>Sets all clocks; ends when the hosts that are there have done so.</summary>
    public Task SetClocksAsync(TimeSpan offset)
    {
        ClockOffset = offset;
        FurthestOffset = offset > FurthestOffset ? offset : FurthestOffset;
        return Task.WhenAll(Enumerable.Range(0, size).Select(TellClockAsync));
    }

    /// <summary>Moves one clock against the others.</summary>
    public Task SkewAsync(int number, TimeSpan skew)
    {
        _skews[number] = skew;
        return TellClockAsync(number);
    }

    /// <summary>Lets every clock show the same time again.</summary>
    public void EndSkews() => Array.Clear(_skews);

    public void Dispose()
    {
        foreach (var slot in _hosts.Where(slot => slot is { IsCompletedSuccessfully: true }))
        {
            var host = slot.Result;
            host.Kill();
            host.Gone.GetAwaiter().GetResult();
            host.Dispose();
        }
    }

    private Task<HostProcess> Start(int number)
    {
        var starting = HostProcess.StartAsync(stage.Name, stage.ConnectionOf(number), ClockOffset + _skews[number], (host, line) => HearAsync(number, host, line));
        Volatile.Write(ref _hosts[number], starting);
        tally.Count("hosts started");
        return starting;
    }

    private async Task TellClockAsync(int number)
    {
        var slot = Volatile.Read(ref _hosts[number]);
        if (slot.IsCompletedSuccessfully)
        {
            await (await slot).AskAsync(Order.SetClock, line => line with { ClockOffset = ClockOffset + _skews[number] });
        }
        else
        {
            // It starts with the time of its start; it is told when it is there.
            _ = slot.ContinueWith(_ => TellClockAsync(number), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
        }
    }

    private async Task HearAsync(int number, HostProcess host, FromHost line)
    {
        switch (line.Word)
        {
            case Word.Conflict:
                tally.Count("conflicts, decided again");
                break;
            case Word.Trouble:
                tally.Count(line.Passes ? "turns of dispatcher or sweeper that the store failed" : $"unexpected in the background: {line.Fault}");
                break;
            default:
                var taken = world.TakeAsync(line.Port, line.Effect!);
                if (Interlocked.Exchange(ref _atNextEffect[number], null) is { } waiting)
                {
                    waiting.SetResult(host);
                    return;
                }

                host.Say(new(line.Number, Order.Answer) { Answer = await taken });
                break;
        }
    }

    private static async Task ReadyAsync(Task<HostProcess> slot)
    {
        var host = await slot;
        if (host.IsKilled)
        {
            await host.Gone;
            await Task.Yield();
        }
        else if (host.Gone.IsCompleted)
        {
            throw new InvalidOperationException($"A host ended by itself, {host.Epitaph}");
        }
    }
}
