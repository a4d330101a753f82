using System.Runtime.CompilerServices;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Anomalies;

/// <summary>A desk with a handful of requests, read in small batches so that scans meet more than one, and as sparingly as a store reads.</summary>
internal sealed class AnomalyDesk : IRequestReader, IOutbox, IDeskLog, IItemSource
{
    public static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly List<ScannedRequest> _rows = [];
    private readonly List<PendingEffect> _pending = [];
    private readonly List<AnomalyDismissal> _dismissals = [];
    private readonly Dictionary<RequestId, List<ProcessType>> _items = [];

    public AnomalySettings Settings { get; } = new();

    public List<IAnomalyDetector> Detectors { get; } = [];

    public IPartnerDirectory? Directory { get; set; }

    public bool HasItems { get; set; } = true;

    public AnomalyScan Scan => new(this, this, this, new WorkCalendar())
    {
        Settings = Settings,
        Partners = Directory,
        Items = HasItems ? this : null,
        Detectors = Detectors,
    };

    public AnomalyDesk Add(string id, BorrowingStatus status, TimeSpan age, Action<BorrowingRequest>? change = null, bool keptActive = false)
    {
        var request = new BorrowingRequest
        {
            Id = id,
            Library = "SDSU",
            Status = status,
            EnteredAt = Now - age,
            Rota = [new RotaEntry("CSUN") { State = EntryState.Active }],
            ActiveEntry = 0,
            Facts = { LatestEventAt = Now - age, FailureNoticeAt = Now - age, ArrivalNoticeAt = Now - age },
        };
        change?.Invoke(request);
        request.Traits = TraitsOf.Compute(request, keptActive);
        var summary = RequestSummary.Of(request);
        var opened = summary.IsWatched || summary.Traits.HasFlag(RequestTraits.Remarkable);
        _rows.Add(new(summary, opened ? request : null));
        return this;
    }

    public AnomalyDesk WithItem(string id, params ProcessType[] types)
    {
        _items.TryAdd(id, []);
        _items[id].AddRange(types);
        return this;
    }

    public AnomalyDesk WithPending(string id, EffectKind kind, string? detail, TimeSpan age, int attempts = 2)
    {
        _pending.Add(new(id, kind, detail, Now - age, attempts));
        return this;
    }

    public async Task<string[]> FindAsync(string detector) =>
        [.. (await Scan.RunAsync(Now)).Findings.Where(finding => finding.Rule.Id == detector).Select(finding => finding.Subject)];

    public async Task<string[]> DetectorsOfAsync(string request) =>
        [.. (await Scan.RunAsync(Now)).Findings.Where(finding => finding.Subject == request).Select(finding => finding.Rule.Id)];

    public async Task<string> EvidenceAsync(string detector) => Assert.Single((await Scan.RunAsync(Now)).Findings, finding => finding.Rule.Id == detector).Evidence;

    public async IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(ScanScope scope, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Assert.Equal(ScanScope.Everything, scope);
        var batch = new List<ScannedRequest>();
        foreach (var rows in _rows.Chunk(2))
        {
            await Task.Yield();
            batch.Clear();
            batch.AddRange(rows);
            yield return batch;
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<PendingEffect>> PendingAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var effects in _pending.Chunk(2))
        {
            await Task.Yield();
            yield return effects;
        }
    }

    public ValueTask<ILookup<RequestId, ProcessType>> FindAsync(IReadOnlyCollection<RequestId> requests, CancellationToken cancellationToken = default)
    {
        Assert.InRange(requests.Count, 1, 1000);
        return ValueTask.FromResult(
            requests.Where(_items.ContainsKey).SelectMany(id => _items[id].Select(type => (id, type))).ToLookup(pair => pair.id, pair => pair.type));
    }

    public ValueTask DismissAsync(AnomalyDismissal dismissal, CancellationToken cancellationToken = default)
    {
        _dismissals.Add(dismissal);
        return ValueTask.CompletedTask;
    }

    public ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IReadOnlyList<AnomalyDismissal>>([.. _dismissals.Where(dismissal => dismissal.Until > now)]);

    ValueTask<BorrowingRequest?> IRequestReader.FindAsync(RequestId request, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
