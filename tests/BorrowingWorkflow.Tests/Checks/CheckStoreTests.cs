using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Tests.Checks.CheckDesk;

namespace BorrowingWorkflow.Tests.Checks;

public sealed class CheckStoreTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_pages_of_a_store_are_the_members_of_the_report(int seed)
    {
        var desk = RandomDesk(seed);
        var store = await desk.ToStoreAsync();
        var runner = new CheckRunner(store, store);
        await runner.MarkDoneAsync(CheckPresets.Find("request-completed")!, "Ana", at: DaysAgo(25));
        var request = new CheckRequest { Policies = CheckPresets.Extended, Now = Now, Members = int.MaxValue };

        var report = await runner.RunAsync(request);

        Assert.All(report.Entries, entry => Assert.True(entry.Count > 0, entry.Policy.Id));
        foreach (var entry in report.Entries)
        {
            List<RequestSummary> paged = [];
            string? after = null;
            do
            {
                var page = await runner.MembersAsync(entry.Policy, request, 7, after);
                Assert.InRange(page.Requests.Count, page.Next is null ? 0 : 1, 7);
                paged.AddRange(page.Requests);
                after = page.Next;
            }
            while (after is not null);

            Assert.Equal(entry.Members, paged);
        }
    }

    [Fact]
    public async Task Counting_allocates_nothing_a_request()
    {
        await BytesToCountAsync(10);
        var few = await BytesToCountAsync(1_000);
        var many = await BytesToCountAsync(20_000);
        Assert.True(many - few < 19_000, $"Counting 19,000 requests more allocated {many - few:N0} bytes more.");
    }

    private static async Task<long> BytesToCountAsync(int requests)
    {
        var desk = RandomDesk(4, requests);
        var reader = new OneBatch(desk.Scanned);
        var runner = new CheckRunner(reader, desk);
        var policies = CheckPresets.Extended.Where(policy => policy.Cadence != CheckCadence.Monthly).ToArray();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var report = await runner.RunAsync(new() { Policies = policies, Now = Now });
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(report.Entries.Sum(entry => entry.Count) > requests / 4);
        return bytes;
    }

    private static CheckDesk RandomDesk(int seed, int requests = 1_500)
    {
        var random = new Random(seed);
        var desk = new CheckDesk();
        for (var number = 0; number < requests; number++)
        {
            var status = BorrowingStatusExtensions.All[random.Next(BorrowingStatusExtensions.All.Count)];
            desk.Add($"R{number:D5}", status, random.Next(60), request =>
            {
                (random.Next(12) switch { 0 => WithNote(random.Next(9)), 1 => WithMessage(random.Next(9)), _ => (Action<BorrowingRequest>)(_ => { }) })(request);
                request.PatronDueDate = random.Next(3) == 0 ? null : DaysAgo(random.Next(-9, 9));
                request.HoldExpiresAt = random.Next(3) == 0 ? null : DaysAgo(random.Next(-9, 9));
                request.Traits = random.Next(9) == 0 ? RequestTraits.HoldExpired : 0;
            });
        }

        return desk;
    }

    /// <summary>Hands out everything at once on the caller's thread, so that only the counting allocates.</summary>
    private sealed class OneBatch(IReadOnlyList<ScannedRequest> requests) : IRequestReader
    {
        public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

#pragma warning disable CS1998 // It must not leave the thread.
        public async IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(
            ScanScope scope, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return requests;
        }
#pragma warning restore CS1998
    }
}
