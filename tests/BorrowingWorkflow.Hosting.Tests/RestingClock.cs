using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Hosting.Tests;

/// <summary>A clock that only the test moves, and that tells when a worker lies down to rest: a test need not guess when work is done.</summary>
internal sealed class RestingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<TimeSpan, int> _rests = [];
    private readonly List<(TimeSpan Length, TaskCompletionSource Begun)> _waiting = [];

    /// <summary>Ends when a timer of this length begins; each one ends one wait, also if it began before.</summary>
    public Task RestAsync(TimeSpan length)
    {
        lock (_gate)
        {
            if (_rests.GetValueOrDefault(length) > 0)
            {
                _rests[length]--;
                return Task.CompletedTask;
            }

            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((length, begun));
            return begun.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, base.CreateTimer(callback, state, dueTime, period));
        Begin(dueTime);
        return timer;
    }

    private void Begin(TimeSpan length)
    {
        lock (_gate)
        {
            var index = _waiting.FindIndex(one => one.Length == length);
            if (index < 0)
            {
                _rests[length] = _rests.GetValueOrDefault(length) + 1;
            }
            else
            {
                _waiting[index].Begun.SetResult();
                _waiting.RemoveAt(index);
            }
        }
    }

    private sealed class Timer(RestingClock clock, ITimer inner) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var changed = inner.Change(dueTime, period);
            clock.Begin(dueTime);
            return changed;
        }

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
