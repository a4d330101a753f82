using BorrowingWorkflow.Faults.Surroundings;
using BorrowingWorkflow.Faults.Wire;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>The load: patrons and staff who work a bounded number of requests, and the postman who brings partners' messages.</summary>
internal sealed class Callers(RunOptions options, Fleet fleet, Ledger ledger, Mailbox mail, Tally tally)
{
    private const int Count = 6;

    private readonly Lock _lock = new();
    private readonly Desk _desk = new(options.Seed + 2);
    private readonly List<RequestId> _open = [];
    private volatile bool _isClosing;

    public Task RunAsync() => Task.WhenAll(Enumerable.Range(0, Count).Select(number => Task.Run(() => CallAsync(new(options.Seed + 100 + number)))));

    /// <summary>Lets every caller finish what it has begun.</summary>
    public void Close() => _isClosing = true;

    private async Task CallAsync(Random random)
    {
        while (!_isClosing)
        {
            if (random.Next(2) == 0 && mail.Take() is { } message)
            {
                await ledger.GiveAsync(message, random);
                mail.Acknowledge();
            }
            else
            {
                await StepAsync(random);
            }

            if (options.Pause > TimeSpan.Zero)
            {
                await Task.Delay(options.Pause, TimeProvider.System);
            }
        }
    }

    private async Task StepAsync(Random random)
    {
        if (Pick(random) is not { } request)
        {
            var submission = Use(desk => desk.Submit());
            await ledger.GiveAsync(submission, random);
            Use(_ => _open.Add(submission.Request));
            return;
        }

        var host = await fleet.AnyAsync(random);
        if (await host.AskAsync(Order.Find, line => line with { Request = request }) is not { Word: Word.Found, Status: { } status })
        {
            return;
        }

        if (status.IsFinal() && random.Next(3) > 0)
        {
            Use(_ => _open.Remove(request));
            return;
        }

        var input = Use(desk => desk.Next(request, status));
        switch (random.Next(8))
        {
            case 0:
                tally.Count("races with the same input");
                await Task.WhenAll(ledger.GiveAsync(input, new(random.Next())), ledger.GiveAsync(input, new(random.Next())));
                break;
            case 1:
                tally.Count("races of different inputs");
                var other = Use(desk => desk.Next(request, status));
                await Task.WhenAll(ledger.GiveAsync(input, new(random.Next())), ledger.GiveAsync(other, new(random.Next())));
                break;
            default:
                await ledger.GiveAsync(input, random);
                break;
        }
    }

    private RequestId? Pick(Random random)
    {
        lock (_lock)
        {
            var isNew = _open.Count == 0 || (_open.Count < options.OpenRequests && random.Next(3) == 0);
            return isNew ? default(RequestId?) : _open[random.Next(_open.Count)];
        }
    }

    private T Use<T>(Func<Desk, T> use)
    {
        lock (_lock)
        {
            return use(_desk);
        }
    }

    private void Use(Action<Desk> use)
    {
        lock (_lock)
        {
            use(_desk);
        }
    }
}
