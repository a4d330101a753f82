using System.Globalization;
using System.Runtime.CompilerServices;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Checks;

/// <summary>A desk with a handful of requests, read in small batches and pages so that runs meet more than one.</summary>
internal sealed class CheckDesk : IRequestReader, IDeskLog
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly List<RequestSummary> _requests = [];
    private readonly List<BorrowingRequest> _snapshots = [];
    private readonly List<CheckRun> _runs = [];

    public CheckRunner Runner => new(this, this);

    public int Scans { get; private set; }

    public List<RequestQuery> Queries { get; } = [];

    public IReadOnlyList<ScannedRequest> Scanned => [.. _requests.Select(summary => new ScannedRequest(summary, null))];

    public CheckDesk Add(string id, BorrowingStatus status, double daysAgo = 1, Action<BorrowingRequest>? change = null)
    {
        var request = new BorrowingRequest
        {
            Id = id,
            Library = "CSUN",
            Status = status,
            EnteredAt = DaysAgo(daysAgo),
            Rota = [new RotaEntry("CSUF") { State = EntryState.Active }],
            ActiveEntry = 0,
        };
        change?.Invoke(request);
        request.Traits |= (status.IsFinal() ? RequestTraits.Final : 0)
            | (request.Notes.Any(note => note.IsActive) ? RequestTraits.ActiveNote : 0)
            | (request.Messages.Any(message => message.IsActive) ? RequestTraits.ActiveMessage : 0);
        request.Revision = 1;
        _requests.Add(RequestSummary.Of(request));
        _snapshots.Add(request);
        return this;
    }

    /// <summary>The same requests in a store.</summary>
    public async Task<InMemoryWorkflowStore> ToStoreAsync()
    {
        var store = new InMemoryWorkflowStore();
        foreach (var request in _snapshots)
        {
            await store.SaveAsync(new()
            {
                Request = request,
                Expected = ExpectedVersion.New,
                Key = new(request.Id, "staff", "m1"),
                Event = new()
                {
                    Request = request.Id,
                    Revision = 1,
                    At = request.EnteredAt,
                    MessageId = "m1",
                    Trigger = Trigger.Import,
                    By = Actor.Staff,
                    Verdict = Verdict.Applied,
                    From = BorrowingStatus.None,
                    To = request.Status,
                    Version = 1,
                },
            });
        }

        return store;
    }

    public static DateTimeOffset DaysAgo(double days) => Now - TimeSpan.FromDays(days);

    public static Action<BorrowingRequest> WithNote(double daysAgo, double? dismissedDaysAgo = null) => request =>
        request.Notes = [new Note("n1", "call the patron", DaysAgo(daysAgo)) { DismissedAt = dismissedDaysAgo is { } d ? DaysAgo(d) : null }];

    public static Action<BorrowingRequest> WithMessage(double daysAgo, bool outgoing = false, double? dismissedDaysAgo = null) => request =>
        request.Messages =
        [
            new GeneralMessage("m1", "CSUF", "this is an e-book", DaysAgo(daysAgo), outgoing)
            {
                DismissedAt = dismissedDaysAgo is { } d ? DaysAgo(d) : null,
            },
        ];

    public async Task<string[]> MembersAsync(string check, CheckRequest? request = null)
    {
        var report = await Runner.RunAsync((request ?? new()) with
        {
            Policies = [CheckPresets.Find(check)!],
            Now = request?.Now ?? Now,
            Members = int.MaxValue,
        });
        var entry = Assert.Single(report.Entries);
        Assert.Equal(entry.Members.Count, entry.Count);
        return [.. entry.Members.Select(member => member.Id.Value)];
    }

    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default)
    {
        Queries.Add(query);
        var start = after is null ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
        var found = _requests.Where(summary => query.Matches(in summary)).Order(new MemberOrder(query.Order)).ToArray();
        var size = Math.Min(limit, 2);
        return ValueTask.FromResult(new RequestPage(
            [.. found.Skip(start).Take(size)],
            start + size < found.Length ? (start + size).ToString(CultureInfo.InvariantCulture) : null));
    }

    public async IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(
        ScanScope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Assert.Equal(ScanScope.Watched, scope);
        Scans++;
        foreach (var batch in _requests.Where(summary => summary.IsWatched).Chunk(3))
        {
            await Task.Yield();
            yield return [.. batch.Select(summary => new ScannedRequest(summary, null))];
        }
    }

    public ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default)
    {
        _runs.RemoveAll(other => other.Check == run.Check && other.Library == run.Library);
        _runs.Add(run);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<CheckRun>>([.. _runs]);

    public ValueTask DismissAsync(AnomalyDismissal dismissal, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
