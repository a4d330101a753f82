using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Documents = System.Collections.Immutable.ImmutableDictionary<BorrowingWorkflow.Requests.RequestId, BorrowingWorkflow.Storage.RequestDocument>;

namespace BorrowingWorkflow.Samples;

/// <summary>A folder with a JSON file for each request, for one process at a time. All of it is in memory too, and that is where reads go.</summary>
public sealed class JsonFolderStore : IWorkflowStore, IDisposable
{
    #region docs:open
    private readonly SemaphoreSlim _writing = new(1);
    private readonly string _folder;
    private readonly FileStream _lock;
    private volatile Documents _requests;
    private volatile ImmutableList<CheckRun> _runs;
    private volatile ImmutableList<AnomalyDismissal> _dismissals;

    public JsonFolderStore(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _lock = new(Path.Combine(_folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        _requests = ReadAll("request-*.json", json => BorrowingRequestJson.DeserializeDocument(json)).ToImmutableDictionary(one => one.Request.Id);
        _runs = [.. ReadAll("runs.json", json => JsonSerializer.Deserialize<List<CheckRun>>(json)!).SelectMany(runs => runs)];
        _dismissals = [.. ReadAll("dismissals.json", json => JsonSerializer.Deserialize<List<AnomalyDismissal>>(json)!).SelectMany(all => all)];
    }
    #endregion

    private IEnumerable<QueuedEffect> Waiting => _requests.Values.SelectMany(one => one.Waiting);

    public ValueTask<LoadedRequest> LoadAsync(RequestId request, MessageKey key, CancellationToken cancellationToken = default) =>
        Read(() => RequestDocument.Load(_requests.GetValueOrDefault(request), key), cancellationToken);

    #region docs:save
    public async ValueTask SaveAsync(RequestSave save, CancellationToken cancellationToken = default)
    {
        SaveRules.Check(save);
        await WriteAsync(
            () =>
            {
                var before = _requests.GetValueOrDefault(save.Request.Id);
                List<QueuedEffect> queue = [.. _requests.Values.SelectMany(one => one.Effects)];
                if (queue.Exists(one => save.Effects.Any(effect => effect.Id == one.Effect.Id) || (one.IsUnderWay && save.Withdrawn.Contains(one.Effect.Id))))
                {
                    throw new ConcurrencyConflictException(save.Request.Id, save.Expected, before?.Request.Revision ?? 0);
                }

                Replace([RequestDocument.After(save, before, place: queue.Count == 0 ? 0 : queue.Max(one => one.Place) + 1)]);
            },
            cancellationToken);
    }
    #endregion

    public ValueTask<BorrowingRequest?> FindAsync(RequestId request, CancellationToken cancellationToken = default) =>
        Read(() => _requests.GetValueOrDefault(request)?.Request, cancellationToken);

    public ValueTask<IReadOnlyList<HistoryEvent>> HistoryAsync(RequestId request, CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<HistoryEvent>>(() => [.. (_requests.GetValueOrDefault(request)?.Events ?? []).Select(one => one.Event)], cancellationToken);

    #region docs:list
    public ValueTask<RequestPage> ListAsync(RequestQuery query, int limit, string? after = null, CancellationToken cancellationToken = default) =>
        Read(() => ListOrder.PageOf(_requests.Values.Select(one => one.Request), query, limit, after), cancellationToken);

    public IAsyncEnumerable<IReadOnlyList<ScannedRequest>> ScanAsync(ScanScope scope, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var all = _requests.Values.Select(one => new ScannedRequest(RequestSummary.Of(one.Request), one.Request));
        var wanted = scope == ScanScope.Everything
            ? all.Select(one => one.Summary.IsWatched || one.Summary.Traits.HasFlag(RequestTraits.Remarkable) ? one : one with { Request = null })
            : all.Where(one => one.Summary.IsWatched).Select(one => one with { Request = null });
        return wanted.Chunk(1000).ToAsyncEnumerable();
    }
    #endregion

    #region docs:lease
    public async ValueTask<IReadOnlyList<LeasedEffect>> LeaseAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        List<QueuedEffect> leased = [];
        await WriteAsync(
            () =>
            {
                var due = Waiting.Where(one => one.IsDue(now)).OrderBy(one => one.NotBefore).ThenBy(one => one.Place).Take(limit);
                leased = [.. due.Select(one => one.Lease(now + lease))];
                Replace(leased.GroupBy(one => one.Effect.Request, (id, own) => own.Aggregate(_requests[id], (document, one) => document.With(one))));
            },
            cancellationToken);
        return leased.ConvertAll(one => new LeasedEffect(one.Effect, one.Attempts));
    }

    public ValueTask SettleAsync(EffectSettlement settlement, CancellationToken cancellationToken = default) => WriteAsync(
        () => Replace(Waiting.Where(one => one.Effect.Id == settlement.Effect).Select(one => _requests[one.Effect.Request].With(one.Settle(settlement)))),
        cancellationToken);
    #endregion

    public IAsyncEnumerable<IReadOnlyList<PendingEffect>> PendingAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Waiting.Select(one => new PendingEffect(one.Effect.Request, one.Effect.Kind, one.Effect.Detail, one.Effect.At, one.Attempts))
            .Chunk(1000).ToAsyncEnumerable();
    }

    public ValueTask<IReadOnlyDictionary<string, long>> CountAsync(CancellationToken cancellationToken = default) => Read<IReadOnlyDictionary<string, long>>(
        () => _requests.Values.SelectMany(one => one.Effects).GroupBy(one => one.Effect.Name).ToDictionary(one => one.Key, one => one.LongCount()),
        cancellationToken);

    public async ValueTask<IReadOnlyList<RequestId>> LeaseDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        List<RequestDocument> due = [];
        await WriteAsync(
            () =>
            {
                var waiting = _requests.Values.Where(one => one.Request.NextDeadline <= now && !(one.SweptUntil > now));
                due = [.. waiting.OrderBy(one => one.Request.NextDeadline).ThenBy(one => one.Request.Id).Take(limit)];
                Replace(due.Select(one => one with { SweptUntil = now + lease }));
            },
            cancellationToken);
        return due.ConvertAll(one => one.Request.Id);
    }

    public ValueTask RecordAsync(CheckRun run, CancellationToken cancellationToken = default) => WriteAsync(
        () =>
        {
            var runs = _runs.Add(run);
            WriteFiles(("runs.json", JsonSerializer.SerializeToUtf8Bytes(runs)));
            _runs = runs;
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<CheckRun>> LatestRunsAsync(CancellationToken cancellationToken = default) => Read<IReadOnlyList<CheckRun>>(
        () => [.. _runs.GroupBy(run => (run.Check, run.Library), (_, runs) => runs.Reverse().MaxBy(run => run.At)!)], cancellationToken);

    public ValueTask DismissAsync(AnomalyDismissal dismissal, CancellationToken cancellationToken = default) => WriteAsync(
        () =>
        {
            var all = _dismissals.RemoveAll(one => one.Detector == dismissal.Detector && one.Subject == dismissal.Subject).Add(dismissal);
            WriteFiles(("dismissals.json", JsonSerializer.SerializeToUtf8Bytes(all)));
            _dismissals = all;
        },
        cancellationToken);

    public ValueTask<IReadOnlyList<AnomalyDismissal>> DismissalsAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        Read<IReadOnlyList<AnomalyDismissal>>(() => _dismissals.FindAll(one => one.Until > now), cancellationToken);

    public ValueTask<Backlog> BacklogAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var effects = Waiting.Where(one => one.Attempts > 0 || one.NotBefore <= now).Select(one => (DateTimeOffset?)one.Effect.At);
        var due = _requests.Values.Select(one => one.Request.NextDeadline).Where(at => at <= now);
        return Read(
            () => new Backlog { Effects = effects.Count(), OldestEffect = effects.Min(), Deadlines = due.Count(), OldestDeadline = due.Min() },
            cancellationToken);
    }

    public void Dispose()
    {
        _lock.Dispose();
        _writing.Dispose();
    }

    private static ValueTask<T> Read<T>(Func<T> read, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<T>(cancellationToken) : new(read());

    private IEnumerable<T> ReadAll<T>(string names, Func<byte[], T> read) => Directory.EnumerateFiles(_folder, names).Select(file => read(File.ReadAllBytes(file)));

    #region docs:write
    private async ValueTask WriteAsync(Action write, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            write();
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Replace(IEnumerable<RequestDocument> documents)
    {
        List<RequestDocument> changed = [.. documents];
        WriteFiles([.. changed.Select(one => (FileOf(one.Request.Id), BorrowingRequestJson.Serialize(one)))]);
        _requests = _requests.SetItems(changed.Select(one => KeyValuePair.Create(one.Request.Id, one)));
    }

    private static string FileOf(RequestId id) => $"request-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)))}.json";

    private void WriteFiles(params List<(string Name, byte[] Content)> files)
    {
        foreach (var (name, content) in files)
        {
            using var file = File.Create(Path.Combine(_folder, name + ".new"));
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        // The disk has all of them by now: what is left is to give them their names.
        files.ForEach(file => File.Move(Path.Combine(_folder, file.Name + ".new"), Path.Combine(_folder, file.Name), overwrite: true));
    }
    #endregion
}
