using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Anomalies;

/// <summary>One scan under way: shows each row to the detectors that may report on it and collects what they say.</summary>
internal sealed class ScanRun(AnomalySettings settings, IWorkCalendar calendar, PendingEffects pending, PartnerLookup? partners, DateTimeOffset now)
{
    private static readonly StatusSet TellingStatuses = TraitsOf.Failed;

    private readonly DateTimeOffset _clockLimit = now + settings.ClockTolerance;
    private readonly DateTimeOffset _deadlineLimit = now - settings.DeadlineMissed;
    private readonly PartnerCheckIns _checkIns = new(settings, now);
    private readonly Duplicates _duplicates = new();
    private readonly Func<string, Partners.Partner?>? _directory = partners is null ? null : partners.Find;

    /// <summary>What was found since the list was emptied last.</summary>
    public List<AnomalyFinding> Findings { get; } = [];

    public AnomalySubject Subject(in ScannedRequest row) => new(in row, now, calendar, pending.Of(row.Summary.Id), _directory);

    public void Examine(IReadOnlyList<ScannedRequest> batch)
    {
        for (var index = 0; index < batch.Count; index++)
        {
            var row = batch[index];
            if (row.Summary.Status is BorrowingStatus.RequestCompleted or BorrowingStatus.ReturnedItemToPartner)
            {
                _checkIns.Add(row.Summary);
            }

            if (!IsPlain(in row))
            {
                Examine(in row);
            }
        }
    }

    public void ExamineItems(IReadOnlyList<ScannedRequest> batch, BatchItems items)
    {
        for (var index = 0; index < batch.Count; index++)
        {
            var status = batch[index].Summary.Status;
            var detectors = DetectorIndex.ForItems(status);
            if (detectors.Length == 0)
            {
                continue;
            }

            var row = batch[index];
            var found = items.Of(row.Summary.Id);
            if (found.Count > 0 || !StatusGroups.Final.Contains(status))
            {
                var subject = Subject(in row);
                subject.Items = found;
                Examine(subject, detectors);
            }
        }
    }

    /// <summary>Adds what only the whole scan can tell.</summary>
    public void Finish()
    {
        Findings.AddRange(_checkIns.Find());
        Findings.AddRange(_duplicates.Find());
        Findings.AddRange(UndeliveredMessages.Find(pending, settings, now));
    }

    private void Examine(in ScannedRequest row)
    {
        if (row.Request is { } request)
        {
            _duplicates.Add(request);
        }

        Examine(Subject(in row), DetectorIndex.For(row.Summary.Status, row.Request is not null));
    }

    private void Examine(AnomalySubject subject, ReadOnlySpan<Detector> detectors)
    {
        foreach (var detector in detectors)
        {
            if (detector.Examine(subject, settings) is { } evidence)
            {
                Findings.Add(new(detector.Rule, subject.Summary.Id, evidence));
            }
        }
    }

    // Nearly every row of a full store: closed, nothing noted, nothing due. It must cost next to nothing.
    private bool IsPlain(in ScannedRequest row) =>
        row.Request is null
        && !TellingStatuses.Contains(row.Summary.Status)
        && row.Summary.EnteredAt <= _clockLimit
        && !(row.Summary.NextDeadline < _deadlineLimit);
}
