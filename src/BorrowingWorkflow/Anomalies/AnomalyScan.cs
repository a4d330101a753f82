using System.Runtime.CompilerServices;
using BorrowingWorkflow.Diagnostics;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace BorrowingWorkflow.Anomalies;

/// <summary>Looks through every request for what has gone wrong, or soon will.</summary>
/// <remarks>
/// Safe for any number of threads; a scan changes nothing. Its memory grows with the open requests, the partners and the outbox, not with
/// the completed requests: of those it reads a summary, and the snapshot only where something in their history was remarkable.
/// What changes during a scan may be seen as it was before or after. Dismissed findings are left out.
/// </remarks>
/// <param name="requests">Where the requests are read.</param>
/// <param name="outbox">Where the effects are read that wait to be carried out.</param>
/// <param name="deskLog">Where dismissals are read.</param>
/// <param name="calendar">The working days.</param>
public sealed class AnomalyScan(IRequestReader requests, IOutbox outbox, IDeskLog deskLog, IWorkCalendar calendar)
{
    private readonly IRequestReader _requests = requests ?? throw new ArgumentNullException(nameof(requests));
    private readonly IOutbox _outbox = outbox ?? throw new ArgumentNullException(nameof(outbox));
    private readonly IDeskLog _deskLog = deskLog ?? throw new ArgumentNullException(nameof(deskLog));
    private readonly IWorkCalendar _calendar = calendar ?? throw new ArgumentNullException(nameof(calendar));

    /// <summary>Scans a store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="calendar">The working days.</param>
    public AnomalyScan(IWorkflowStore store, IWorkCalendar calendar)
        : this(store ?? throw new ArgumentNullException(nameof(store)), store, store, calendar)
    {
    }

    /// <summary>The thresholds.</summary>
    /// <value>The defaults of <see cref="AnomalySettings"/>.</value>
    public AnomalySettings Settings { get; init; } = new();

    /// <summary>The partner directory; null: what needs one does not run, and <see cref="Skipped"/> says so.</summary>
    /// <value>None.</value>
    public IPartnerDirectory? Partners { get; init; }

    /// <summary>The temporary items of the local catalogue; null: what needs them does not run, and <see cref="Skipped"/> says so.</summary>
    /// <value>None.</value>
    public IItemSource? Items { get; init; }

    /// <summary>The host's own detectors, run after the others.</summary>
    /// <value>None.</value>
    /// <exception cref="ArgumentException">Two detectors have the same id, or one has an id of <see cref="AnomalyRules.All"/>.</exception>
    public IReadOnlyList<IAnomalyDetector> Detectors { get; init => field = CustomDetectors.Checked(value); } = [];

    /// <summary>Where a scan says that it is at its end.</summary>
    internal ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The rules of all detectors, the host's own last.</summary>
    internal IEnumerable<AnomalyRule> Rules => AnomalyRules.All.Concat(Detectors.Select(detector => detector.Rule));

    /// <summary>The detectors that do not run, or not in full, with what is lacking.</summary>
    public IReadOnlyList<AnomalySkip> Skipped => SkippedDetectors.Of(Partners is not null, Items is not null, Detectors);

    /// <summary>Streams the findings in no order, as they come up. Findings about several requests come last.</summary>
    /// <param name="now">The moment that ages are counted to, in UTC.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    public async IAsyncEnumerable<AnomalyFinding> FindAsync(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var dismissals = new Dismissals(await _deskLog.DismissalsAsync(now, cancellationToken).ConfigureAwait(false), now);
        var pending = await PendingEffects.ReadAsync(_outbox, cancellationToken).ConfigureAwait(false);
        var partners = Partners is null ? null : new PartnerLookup(Partners);
        var items = Items is null ? null : new BatchItems(Items, CustomDetectors.ItemStatuses(Detectors));
        var run = new ScanRun(Settings, _calendar, pending, partners, now);

        var (examined, found) = (0L, 0L);

        await foreach (var batch in _requests.ScanAsync(ScanScope.Everything, cancellationToken).ConfigureAwait(false))
        {
            examined += batch.Count;
            await ExamineAsync(batch, run, partners, items, cancellationToken).ConfigureAwait(false);
            foreach (var finding in run.Findings.Where(finding => !dismissals.Hide(finding)))
            {
                found++;
                yield return finding;
            }

            run.Findings.Clear();
        }

        run.Finish();
        foreach (var finding in run.Findings.Where(finding => !dismissals.Hide(finding)))
        {
            found++;
            yield return finding;
        }

        Logger.Scanned(examined, found);
    }

    /// <summary>Scans to the end and puts the findings in order.</summary>
    /// <param name="now">The moment that ages are counted to, in UTC.</param>
    /// <param name="cancellationToken">Ends the scan.</param>
    public async Task<AnomalyReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var findings = new List<AnomalyFinding>();
        await foreach (var finding in FindAsync(now, cancellationToken).ConfigureAwait(false))
        {
            findings.Add(finding);
        }

        return new(now, AnomalyReport.InOrder(findings, Rules), Skipped);
    }

    private async ValueTask ExamineAsync(
        IReadOnlyList<ScannedRequest> batch, ScanRun run, PartnerLookup? partners, BatchItems? items, CancellationToken cancellationToken)
    {
        if (partners is not null)
        {
            await partners.LearnAsync(batch, cancellationToken).ConfigureAwait(false);
        }

        run.Examine(batch);
        if (items is not null)
        {
            await items.ReadAsync(batch, cancellationToken).ConfigureAwait(false);
            run.ExamineItems(batch, items);
        }

        await CustomDetectors.ExamineAsync(Detectors, batch, run, items, cancellationToken).ConfigureAwait(false);
    }
}
