namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>What a mock lender is going to say, and when.</summary>
/// <remarks>
/// Safe for any number of threads. The lock is the lender's own, so that nobody sees the agenda between what the lender drops from it and what
/// it adds instead.
/// </remarks>
internal sealed class MockAgenda(Lock gate, TimeProvider clock)
{
    private readonly List<MockWord> _words = [];
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>When something is due next, in UTC; null where nothing is.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
            {
                return _words.Count == 0 ? null : _words.Min(word => word.Due);
            }
        }
    }

    /// <summary>Waits until something is due.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            TimeSpan? rest;
            lock (gate)
            {
                changed = _changed.Task;
                rest = NextDue - clock.GetUtcNow();
            }

            if (rest <= TimeSpan.Zero)
            {
                return;
            }

            try
            {
                await changed.WaitAsync(rest ?? Timeout.InfiniteTimeSpan, clock, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // It is time to speak.
            }
        }
    }

    /// <summary>Adds what is to be said, and tells those who wait.</summary>
    public void Add(IEnumerable<MockWord> words)
    {
        lock (gate)
        {
            _words.AddRange(words);
            _changed.TrySetResult();
            _changed = NewSignal();
        }
    }

    /// <summary>Takes everything off that was to be said about a request.</summary>
    public void Drop(MockLoan loan)
    {
        lock (gate)
        {
            _words.RemoveAll(word => word.Loan == loan);
        }
    }

    /// <summary>Takes off what is due, in the order in which it is to be said.</summary>
    public List<MockWord> TakeDue(DateTimeOffset now)
    {
        lock (gate)
        {
            List<MockWord> due = [];
            while (_words.Where(word => word.Due <= now).MinBy(word => word.Due) is { } word)
            {
                _words.Remove(word);
                due.Add(word);
            }

            return due;
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
