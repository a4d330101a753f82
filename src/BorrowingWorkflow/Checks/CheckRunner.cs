using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorrowingWorkflow.Checks;

/// <summary>Looks at the lists of checks and records that they were worked. It only looks: no request changes.</summary>
/// <remarks>
/// Safe for any number of threads. A report reads what is watched once, whatever the number of checks, and by index what is not; requests
/// that change meanwhile are counted as they are met.
/// </remarks>
/// <param name="reader">Where requests are read.</param>
/// <param name="desk">Where runs are recorded.</param>
/// <param name="time">The clock for calls that name no moment; null for the system's.</param>
/// <param name="logger">Where it is logged that checks were counted and that one was worked; null for nowhere.</param>
public sealed class CheckRunner(IRequestReader reader, IDeskLog desk, TimeProvider? time = null, ILogger<CheckRunner>? logger = null)
{
    private const int PageSize = 500;

    private readonly IRequestReader _reader = reader ?? throw new ArgumentNullException(nameof(reader));
    private readonly IDeskLog _desk = desk ?? throw new ArgumentNullException(nameof(desk));
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly ILogger _logger = logger ?? NullLogger<CheckRunner>.Instance;

    /// <summary>Counts the lists of checks and, where asked, names their first members.</summary>
    /// <param name="request">Which checks, of which requests.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <see cref="CheckRequest.Members"/> is negative, or <see cref="CheckRequest.CountAtMost"/> less than 1.
    /// </exception>
    public async ValueTask<CheckReport> RunAsync(CheckRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Members);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.CountAtMost, 1);
        var now = request.Now ?? _time.GetUtcNow();
        var runs = await _desk.LatestRunsAsync(cancellationToken).ConfigureAwait(false);
        CheckTally[] tallies =
        [
            .. request.Policies
                .Where(policy => request.Cadence is not { } cadence || policy.Cadence == cadence)
                .Select(policy => Tally(policy, request, now, LastRuns.Of(policy.Id, request.Library, runs))),
        ];

        await CountWatchedAsync([.. tallies.Where(tally => tally.IsWatched)], cancellationToken).ConfigureAwait(false);
        foreach (var tally in tallies.Where(tally => !tally.IsWatched))
        {
            await CountByIndexAsync(tally, request.CountAtMost, cancellationToken).ConfigureAwait(false);
        }

        _logger.ChecksCounted(tallies.Length);
        return new(now, request.Library, [.. tallies.Select(tally => tally.Close(now))]);
    }

    /// <summary>A page of one check's list, in its order.</summary>
    /// <param name="policy">The check.</param>
    /// <param name="request">Of which requests; its policies, cadence and number of members are not used.</param>
    /// <param name="limit">The most on a page, at least 1. A page before the last may hold fewer, but never none.</param>
    /// <param name="after">Where the page before ended (<see cref="RequestPage.Next"/>); null for the first page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="after"/> is not where a page ended.</exception>
    public async ValueTask<RequestPage> MembersAsync(
        CheckPolicy policy, CheckRequest request, int limit, string? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var runs = await _desk.LatestRunsAsync(cancellationToken).ConfigureAwait(false);
        var context = new CheckContext(request.Now ?? _time.GetUtcNow(), LastRuns.Of(policy.Id, request.Library, runs)?.At);
        var selection = policy.Select(context);
        if (request.Narrow(selection.Query, policy.Order) is not { } query)
        {
            return new([], null);
        }

        while (true)
        {
            var page = await _reader.ListAsync(query, limit, after, cancellationToken).ConfigureAwait(false);
            if (selection.Where is not { } where)
            {
                return page;
            }

            RequestSummary[] members = [.. page.Requests.Where(where)];
            if (members.Length > 0 || page.Next is null)
            {
                return new(members, page.Next);
            }

            after = page.Next;
        }
    }

    /// <summary>The tasks box of the desk: what is active, and how long the daily lists are.</summary>
    /// <param name="request">Which checks, of which requests; its cadence is not used.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<TasksBox> TasksAsync(CheckRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckPolicy[] flags = [CsuChecks.ActiveNotes, CsuChecks.ActiveMessages];
        var daily = request.Policies.Where(policy => policy.Cadence == CheckCadence.Daily && flags.All(flag => flag.Id != policy.Id));
        var report = await RunAsync(request with { Policies = [.. flags, .. daily], Cadence = null }, cancellationToken).ConfigureAwait(false);
        return new(report.Now, report.Library, report.Entries[0], report.Entries[1], [.. report.Entries.Skip(flags.Length)]);
    }

    /// <summary>Records that a check was worked. What a check asks since its last run starts from there.</summary>
    /// <param name="policy">The check.</param>
    /// <param name="by">Who worked it.</param>
    /// <param name="library">The library that it was worked for; null for all.</param>
    /// <param name="at">When, in UTC; null for the clock's now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was recorded; it is durable.</returns>
    /// <exception cref="ArgumentException"><paramref name="by"/> is empty.</exception>
    public async ValueTask<CheckRun> MarkDoneAsync(
        CheckPolicy policy, string by, string? library = null, DateTimeOffset? at = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var run = new CheckRun(policy.Id, (at ?? _time.GetUtcNow()).ToUniversalTime(), by, library);
        await _desk.RecordAsync(run, cancellationToken).ConfigureAwait(false);
        _logger.CheckWorked(policy.Id, library ?? "all libraries");
        return run;
    }

    private static CheckTally Tally(CheckPolicy policy, CheckRequest request, DateTimeOffset now, CheckRun? lastRun)
    {
        var selection = policy.Select(new(now, lastRun?.At));
        var narrowed = request.Narrow(selection.Query, policy.Order) is { } query
            ? selection with { Query = query }
            : new(new RequestQuery { Statuses = default(StatusSet) });
        return new(policy, narrowed, lastRun, request.Members);
    }

    private async ValueTask CountWatchedAsync(CheckTally[] tallies, CancellationToken cancellationToken)
    {
        if (tallies.Length == 0)
        {
            return;
        }

        // A request is shown only to the checks that take its status.
        var byStatus = new CheckTally[BorrowingStatusExtensions.All.Count + 1][];
        for (var status = 0; status < byStatus.Length; status++)
        {
            byStatus[status] = Array.FindAll(tallies, tally => tally.Selection.Query.Statuses?.Contains((BorrowingStatus)status) != false);
        }

        await foreach (var batch in _reader.ScanAsync(ScanScope.Watched, cancellationToken).ConfigureAwait(false))
        {
            for (var index = 0; index < batch.Count; index++)
            {
                var summary = batch[index].Summary;
                foreach (var tally in byStatus[(int)summary.Status])
                {
                    if (tally.TakesStatusesWhole || tally.Selection.Includes(in summary))
                    {
                        tally.Add(in summary);
                    }
                }
            }
        }
    }

    private async ValueTask CountByIndexAsync(CheckTally tally, int atMost, CancellationToken cancellationToken)
    {
        string? after = null;
        do
        {
            var page = await _reader.ListAsync(tally.Selection.Query, PageSize, after, cancellationToken).ConfigureAwait(false);
            foreach (var summary in page.Requests)
            {
                if (tally.Selection.Where?.Invoke(summary) == false)
                {
                    continue;
                }

                if (tally.Count == atMost)
                {
                    tally.IsComplete = false;
                    return;
                }

                tally.Add(in summary);
            }

            after = page.Next;
        }
        while (after is not null);
    }
}
