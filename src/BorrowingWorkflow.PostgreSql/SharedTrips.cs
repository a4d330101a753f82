namespace BorrowingWorkflow.PostgreSql;

/// <summary>
/// Lets calls that wait at the same time share a round trip. Who finds a trip free sets out at once, alone; who finds all of them under
/// way waits with the others for the next that comes back.
/// </summary>
/// <typeparam name="TCall">The calls.</typeparam>
/// <typeparam name="T">What a call comes to.</typeparam>
/// <param name="trips">How many trips may be under way at the same time.</param>
/// <param name="run">Begins calls, carries out those that were not given up, and completes or fails each of them. Does not throw.</param>
internal sealed class SharedTrips<TCall, T>(int trips, Func<IReadOnlyList<TCall>, ValueTask> run)
    where TCall : PendingCall<T>
{
    private const int MostCalls = 64;

    private readonly Lock _gate = new();
    private readonly Queue<TCall> _waiting = [];
    private int _underWay;

    /// <summary>Carries a call out, by itself or with others.</summary>
    /// <param name="call">The call.</param>
    /// <param name="waitsToTheEnd">False where the token ends the wait for a call that has begun, too.</param>
    /// <param name="cancellationToken">Ends the wait until the call has begun.</param>
    public async ValueTask<T> RunAsync(TCall call, bool waitsToTheEnd, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TrySetOut(call))
        {
            _ = LeadAsync(call);
        }

        var registration = cancellationToken.UnsafeRegister(static (state, token) => ((TCall)state!).GiveUp(token), call);
        await using (registration.ConfigureAwait(false))
        {
            return await call.Outcome.WaitAsync(waitsToTheEnd ? CancellationToken.None : cancellationToken).ConfigureAwait(false);
        }
    }

    private bool TrySetOut(TCall call)
    {
        lock (_gate)
        {
            if (_underWay < trips)
            {
                _underWay++;
                return true;
            }

            _waiting.Enqueue(call);
            return false;
        }
    }

    private async Task LeadAsync(TCall call)
    {
        await run([call]).ConfigureAwait(false);
        if (Next() is { } next)
        {
            // Not in the context of the first caller, whose transaction and activity are nothing to the others.
            ThreadPool.UnsafeQueueUserWorkItem(static state => _ = state.Trips.TravelAsync(state.Calls), (Trips: this, Calls: next), preferLocal: false);
        }
    }

    private async Task TravelAsync(List<TCall> calls)
    {
        for (var next = calls; next is not null; next = Next())
        {
            await run(next).ConfigureAwait(false);
        }
    }

    /// <summary>Those who wait, up to what one trip carries; null where nobody does, and the trip has ended.</summary>
    private List<TCall>? Next()
    {
        lock (_gate)
        {
            List<TCall> calls = new(Math.Min(_waiting.Count, MostCalls));
            while (calls.Count < MostCalls && _waiting.TryDequeue(out var call))
            {
                calls.Add(call);
            }

            if (calls.Count > 0)
            {
                return calls;
            }

            _underWay--;
            return null;
        }
    }
}
