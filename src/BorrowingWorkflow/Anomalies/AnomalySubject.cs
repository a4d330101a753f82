using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Anomalies;

/// <summary>A request in the course of a scan, with what the scan knows about it. Moments are in UTC.</summary>
public sealed class AnomalySubject
{
    private readonly Func<string, Partner?>? _directory;

    internal AnomalySubject(
        in ScannedRequest row, DateTimeOffset now, IWorkCalendar calendar, IReadOnlyList<PendingEffect> pending, Func<string, Partner?>? directory)
    {
        Summary = row.Summary;
        Request = row.Request;
        Now = now;
        Calendar = calendar;
        Pending = pending;
        _directory = directory;
    }

    /// <summary>The request as a list shows it.</summary>
    public RequestSummary Summary { get; }

    /// <summary>The snapshot; null for a final request with nothing active on it and nothing remarkable in its history.</summary>
    public BorrowingRequest? Request { get; }

    /// <summary>The scan's moment.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The working days.</summary>
    public IWorkCalendar Calendar { get; }

    /// <summary>The request's effects that wait to be carried out, as of the beginning of the scan.</summary>
    public IReadOnlyList<PendingEffect> Pending { get; }

    /// <summary>The process types of the temporary items, for detectors that look at <see cref="AnomalyInputs.Item"/>; empty otherwise.</summary>
    public IReadOnlyList<ProcessType> Items { get; internal set; } = [];

    /// <summary>How long the request has been in its status.</summary>
    public TimeSpan Age => Now - Summary.EnteredAt;

    /// <summary>True where the scan has a partner directory.</summary>
    public bool HasDirectory => _directory is not null;

    /// <summary>A partner of the snapshot's rota as the directory knows it; null where it does not, or where there is no directory.</summary>
    /// <param name="code">The partner's code.</param>
    public Partner? FindPartner(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _directory?.Invoke(code);
    }

    internal DateTimeOffset? NextDeadline => Request is { } request ? request.NextDeadline : Summary.NextDeadline;

    internal BorrowingRequest Snapshot => Request ?? throw new InvalidOperationException("The detector looks at the snapshot and was shown none.");
}
