using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Stores;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public sealed class FindingsBoardTests
{
    private readonly FakeLogger<FindingsBoard> _log = new();
    private readonly WaitingStore _store = new();

    [Fact]
    public async Task A_scan_that_fails_is_told_to_the_log()
    {
        using var board = Open();
        var scan = board.StartIfDue()!;

        _store.Ends.SetException(new StoreUnavailableException("down"));
        await scan;

        Assert.Equal([1801], _log.Collector.GetSnapshot().Select(record => record.Id.Id));
    }

    [Fact]
    public async Task The_end_of_the_board_ends_the_scan_and_is_no_failure()
    {
        var board = Open();
        var scan = board.StartIfDue()!;
        await _store.Reached.Task;

        board.Dispose();
        await scan;

        Assert.Empty(_log.Collector.GetSnapshot());
    }

    [Fact]
    public async Task A_store_that_closes_before_the_scan_has_noticed_is_no_failure_either()
    {
        _store.IsDeaf = true;
        var board = Open();
        var scan = board.StartIfDue()!;
        await _store.Reached.Task;

        board.Dispose();
        _store.Ends.SetException(new ObjectDisposedException("store"));
        await scan;

        Assert.Empty(_log.Collector.GetSnapshot());
    }

    private FindingsBoard Open() => new(new AnomalyScan(_store, new WorkCalendar()), _store, _store, new(), new FakeTimeProvider(), _log);

    /// <summary>A store whose first answer to a scan the test gives.</summary>
    private sealed class WaitingStore() : DelegatingStore(new InMemoryWorkflowStore())
    {
        public TaskCompletionSource<IReadOnlyList<AnomalyDismissal>> Ends { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>True where it does not hear that nobody waits any more.</summary>
        public bool IsDeaf { get; set; }

        public override async ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
        {
            Reached.TrySetResult();
            return await Ends.Task.WaitAsync(IsDeaf ? CancellationToken.None : cancellationToken);
        }
    }
}
