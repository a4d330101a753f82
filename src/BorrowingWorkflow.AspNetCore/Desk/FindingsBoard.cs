using System.Collections.Concurrent;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.AspNetCore.Diagnostics;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>
/// The last list of anomalies. A scan reads every request, so it runs beside the pages, one at a time, and pages show the last one with its
/// time. Safe for any number of threads.
/// </summary>
internal sealed class FindingsBoard(AnomalyScan scan, IRequestReader reader, IDeskLog desk, DeskOptions options, TimeProvider time, ILogger<FindingsBoard> logger)
    : IDisposable
{
    // Who opens the first page of a small database need not come back for its findings.
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(60);

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, byte> _settled = new(StringComparer.Ordinal);
    private Looked? _last;
    private Task? _running;
    private bool _isStale;

    /// <summary>The last findings, without those that were dismissed or acted on since; null where the first scan still runs.</summary>
    /// <param name="library">Only those about requests of this library, and those about partners; null for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<AnomalyReport?> LookAsync(string? library, CancellationToken cancellationToken)
    {
        var running = StartIfDue();
        if (Volatile.Read(ref _last) is null && running is not null)
        {
            await Task.WhenAny(running, Task.Delay(FirstWait, TimeProvider.System, cancellationToken));
        }

        if (Volatile.Read(ref _last) is not { } last)
        {
            return null;
        }

        var hidden = (await desk.DismissalsAsync(time.GetUtcNow(), cancellationToken)).Select(dismissal => (dismissal.Detector, dismissal.Subject)).ToHashSet();
        return last.Report with { Findings = [.. last.Report.Findings.Where(IsShown)] };

        bool IsShown(AnomalyFinding finding) =>
            !hidden.Contains((finding.Rule.Id, finding.Subject)) && !_settled.ContainsKey(finding.Subject)
            && (library is null || finding.Request is not { } request || last.Libraries.GetValueOrDefault(request) == library);
    }

    /// <summary>Says that a request was acted on: its findings are of the past until the next scan says otherwise.</summary>
    public void ActedOn(RequestId request)
    {
        _settled[request.Value] = 0;
        lock (_gate)
        {
            _isStale = true;
        }
    }

    /// <summary>Has the list made anew.</summary>
    public void Renew()
    {
        lock (_gate)
        {
            _isStale = true;
        }

        _ = StartIfDue();
    }

    /// <summary>Ends the scan that runs. The store may close before it has noticed, so what it says then is nobody's concern.</summary>
    public void Dispose() => _end.Cancel();

    /// <summary>The scan that runs; null where none does.</summary>
    internal Task? StartIfDue()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (_running is { IsCompleted: false })
            {
                return _running;
            }

            var isDue = _isStale || _last is not { } last || now - last.Report.Now >= options.AnomaliesKeptFor || now < last.Report.Now;
            return isDue ? _running = Task.Run(() => ScanAsync(now)) : null;
        }
    }

    private async Task ScanAsync(DateTimeOffset now)
    {
        try
        {
            string[] settledBefore = [.. _settled.Keys];
            lock (_gate)
            {
                _isStale = false;
            }

            var report = await scan.RunAsync(now, _end.Token);
            var libraries = new Dictionary<RequestId, string?>();
            foreach (var request in report.Findings.Select(finding => finding.Request).OfType<RequestId>().Distinct())
            {
                libraries[request] = (await reader.FindAsync(request, _end.Token))?.Library;
            }

            Volatile.Write(ref _last, new(report, libraries));
            foreach (var subject in settledBefore)
            {
                _settled.TryRemove(subject, out _);
            }
        }
        catch (Exception exception)
        {
            if (!_end.IsCancellationRequested)
            {
                logger.ScanFailed(exception);
            }
        }
    }

    /// <summary>What a scan found, with the library of each request concerned.</summary>
    private sealed record Looked(AnomalyReport Report, IReadOnlyDictionary<RequestId, string?> Libraries);
}
