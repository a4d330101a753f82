using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>Counts one check's list while the requests go by. One thread at a time.</summary>
internal sealed class CheckTally(CheckPolicy policy, CheckSelection selection, CheckRun? lastRun, int keep)
{
    private readonly List<RequestSummary> _members = [];
    private DateTimeOffset _oldest = DateTimeOffset.MaxValue;

    public CheckSelection Selection => selection;

    /// <summary>True where the scan of what is watched meets everything that can be on the list.</summary>
    public bool IsWatched =>
        selection.Query.Statuses is { } statuses && (statuses & StatusGroups.Final).Count == 0
        || selection.Query.AnyTrait != RequestTraits.None
            && (selection.Query.AnyTrait & ~(RequestTraits.ActiveNote | RequestTraits.ActiveMessage)) == RequestTraits.None;

    /// <summary>True where the status alone decides, so that the scan need not look further.</summary>
    public bool TakesStatusesWhole { get; } = selection.TakesStatusesWhole;

    /// <summary>How many were counted.</summary>
    public int Count { get; private set; }

    /// <summary>False where there are more than were counted.</summary>
    public bool IsComplete { get; set; } = true;

    public void Add(in RequestSummary summary)
    {
        Count++;
        var since = policy.Since(in summary);
        _oldest = since < _oldest ? since : _oldest;
        if (keep > 0)
        {
            _members.Add(summary);
        }
    }

    public CheckReportEntry Close(DateTimeOffset now)
    {
        _members.Sort(new MemberOrder(policy.Order));
        return new(policy, Count, _members.Count <= keep ? _members : _members[..keep])
        {
            OldestAge = Count == 0 ? null : TimeSpan.FromTicks(Math.Max(0, (now - _oldest).Ticks)),
            LastRun = lastRun,
            IsComplete = IsComplete,
        };
    }
}
