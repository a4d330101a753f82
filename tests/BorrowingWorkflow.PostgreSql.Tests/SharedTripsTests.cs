using System.Threading.Channels;

namespace BorrowingWorkflow.PostgreSql.Tests;

public class SharedTripsTests
{
    private readonly List<string> _trips = [];
    private readonly Channel<TaskCompletionSource> _underWay = Channel.CreateUnbounded<TaskCompletionSource>();
    private readonly SharedTrips<Call, string> _shared;

    public SharedTripsTests() => _shared = new(trips: 1, TravelAsync);

    [Fact]
    public async Task Those_who_wait_for_a_trip_share_the_next_one()
    {
        var calls = "abcd".Select(name => _shared.RunAsync(new(name.ToString()), waitsToTheEnd: true, default).AsTask()).ToArray();

        await ReturnAsync(calls[0]);
        await ReturnAsync(calls[1], calls[2], calls[3]);

        Assert.Equal(["a", "b c d"], _trips);
        Assert.Equal(["a!", "b!", "c!", "d!"], await Task.WhenAll(calls));
    }

    [Fact]
    public async Task A_trip_that_has_ended_leaves_room_for_the_next_caller()
    {
        var first = _shared.RunAsync(new("a"), waitsToTheEnd: true, default).AsTask();
        await ReturnAsync(first);
        var second = _shared.RunAsync(new("b"), waitsToTheEnd: true, default).AsTask();
        await ReturnAsync(second);

        Assert.Equal(["a", "b"], _trips);
    }

    [Fact]
    public async Task A_caller_who_gives_up_before_the_trip_begins_is_left_behind()
    {
        using var patience = new CancellationTokenSource();
        var first = _shared.RunAsync(new("a"), waitsToTheEnd: true, default).AsTask();
        var second = _shared.RunAsync(new("b"), waitsToTheEnd: true, patience.Token).AsTask();
        var third = _shared.RunAsync(new("c"), waitsToTheEnd: true, default).AsTask();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        await ReturnAsync(first);
        await ReturnAsync(third);

        Assert.Equal(["a", "c"], _trips);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_has_begun_is_finished_and_waited_for_where_that_matters(bool waitsToTheEnd)
    {
        using var patience = new CancellationTokenSource();
        var call = _shared.RunAsync(new("a"), waitsToTheEnd, patience.Token).AsTask();
        await patience.CancelAsync();

        if (waitsToTheEnd)
        {
            await ReturnAsync(call);
            Assert.Equal("a!", await call);
        }
        else
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            await ReturnAsync();
        }

        Assert.Equal(["a"], _trips);
    }

    [Fact]
    public async Task Nobody_travels_in_the_context_of_another_caller()
    {
        var context = new AsyncLocal<string>();
        List<string?> seen = [];
        var underWay = Channel.CreateUnbounded<TaskCompletionSource>();
        var shared = new SharedTrips<Call, string>(trips: 1, async calls =>
        {
            seen.Add(context.Value);
            var back = new TaskCompletionSource();
            await underWay.Writer.WriteAsync(back);
            await back.Task;
            calls.ToList().ForEach(call => call.Complete(""));
        });

        context.Value = "the first caller's";
        var first = shared.RunAsync(new("a"), waitsToTheEnd: true, default).AsTask();
        var second = shared.RunAsync(new("b"), waitsToTheEnd: true, default).AsTask();
        (await underWay.Reader.ReadAsync()).SetResult();
        (await underWay.Reader.ReadAsync()).SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["the first caller's", null], seen);
    }

    private async ValueTask TravelAsync(IReadOnlyList<Call> calls)
    {
        var begun = calls.Where(call => call.Begin()).ToList();
        _trips.Add(string.Join(' ', begun.Select(call => call.Name)));
        var back = new TaskCompletionSource();
        await _underWay.Writer.WriteAsync(back);
        await back.Task;
        begun.ForEach(call => call.Complete($"{call.Name}!"));
    }

    /// <summary>Lets the trip that is under way come back, and waits until its callers know.</summary>
    private async Task ReturnAsync(params Task<string>[] calls)
    {
        (await _underWay.Reader.ReadAsync()).SetResult();
        await Task.WhenAll(calls);
    }

    private sealed class Call(string name) : PendingCall<string>
    {
        public string Name => name;
    }
}
