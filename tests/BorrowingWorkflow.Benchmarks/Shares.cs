using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Benchmarks;

/// <summary>Work that is shared out among callers, each with requests of its own.</summary>
internal static class Shares
{
    /// <summary>A share for each caller; what belongs to one request stays together, in order.</summary>
    public static T[][] Of<T>(IEnumerable<T> work, int callers, Func<T, RequestId> request) =>
    [
        .. work.GroupBy(request).Select((items, index) => (items, index)).GroupBy(pair => pair.index % callers, pair => pair.items)
            .Select(share => share.SelectMany(items => items).ToArray()),
    ];

    /// <summary>Runs all shares at once, each told which caller it is.</summary>
    public static Task RunAsync<T>(T[][] shares, Func<T[], int, Task> run) => Task.WhenAll(shares.Select((share, caller) => Task.Run(() => run(share, caller))));
}
