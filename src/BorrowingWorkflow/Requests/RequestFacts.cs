using System.Text.Json.Serialization;

namespace BorrowingWorkflow.Requests;

/// <summary>What detectors need of a request's past, kept when it was decided, so that a scan reads no history.</summary>
public sealed class RequestFacts
{
    /// <summary>The steps that were taken.</summary>
    [JsonInclude]
    public LifeSteps Done { get; internal set; }

    /// <summary>The steps that were recorded as skipped.</summary>
    [JsonInclude]
    public LifeSteps Skipped { get; internal set; }

    /// <summary>The clause that closed the request last; null while it is open.</summary>
    [JsonInclude]
    public string? ClosedBy { get; internal set; }

    /// <summary>The status that the request was closed from last.</summary>
    [JsonInclude]
    public BorrowingStatus ClosedFrom { get; internal set; }

    /// <summary>Who closed it by hand, where that is known.</summary>
    [JsonInclude]
    public string? ClosedByWhom { get; internal set; }

    /// <summary>True where the lender's check-in closed the request.</summary>
    [JsonInclude]
    public bool ClosedByCheckIn { get; internal set; }

    /// <summary>True where it was closed by Complete before anything was shipped or received.</summary>
    [JsonInclude]
    public bool ClosedUnshipped { get; internal set; }

    /// <summary>How many partner messages were recorded as out of sequence.</summary>
    [JsonInclude]
    public int OutOfSequence { get; internal set; }

    /// <summary>The last partner that sent a ship message without being the active one; null where none did.</summary>
    [JsonInclude]
    public string? ShippedByWrongPartner { get; internal set; }

    /// <summary>The partner whose shipment came after the close and was not accepted since; null where none stands.</summary>
    [JsonInclude]
    public string? ShippedAfterClose { get; internal set; }

    /// <summary>True where the shipment after the close was a physical one.</summary>
    [JsonInclude]
    public bool ShippedAfterCloseIsPhysical { get; internal set; }

    /// <summary>True where an item was scanned in after the close.</summary>
    [JsonInclude]
    public bool ArrivedAfterClose { get; internal set; }

    /// <summary>True where a shipment overtook the cancellation.</summary>
    [JsonInclude]
    public bool CancelOvertaken { get; internal set; }

    /// <summary>True where the patron no longer wants the item that is on its way.</summary>
    [JsonInclude]
    public bool PatronWithdrew { get; internal set; }

    /// <summary>True where the lender recalled the item while it was in transit.</summary>
    [JsonInclude]
    public bool RecalledInTransit { get; internal set; }

    /// <summary>True where the lender called the item overdue while it was in transit.</summary>
    [JsonInclude]
    public bool OverdueInTransit { get; internal set; }

    /// <summary>True while a renewal that the patron asked for is unanswered.</summary>
    [JsonInclude]
    public bool RenewalUnanswered { get; internal set; }

    /// <summary>True where the hold was found to be expired and the item is still on the shelf.</summary>
    [JsonInclude]
    public bool HoldExpired { get; internal set; }

    /// <summary>How often the request was reactivated.</summary>
    [JsonInclude]
    public int Reactivations { get; internal set; }

    /// <summary>The status before the present one.</summary>
    [JsonInclude]
    public BorrowingStatus PreviousStatus { get; internal set; }

    /// <summary>How often in a row the status went back to the one before, with the same partner.</summary>
    [JsonInclude]
    public int Alternations { get; internal set; }

    /// <summary>The most alternations in a row that there ever were.</summary>
    [JsonInclude]
    public int MostAlternations { get; internal set; }

    /// <summary>The latest date that any event bore, in UTC.</summary>
    [JsonInclude]
    public DateTimeOffset LatestEventAt { get; internal set; }

    /// <summary>The date that the event recorded last bore, in UTC.</summary>
    [JsonInclude]
    public DateTimeOffset LastEventAt { get; internal set; }

    /// <summary>By how much an event was dated before the one that precedes it, at most.</summary>
    [JsonInclude]
    public TimeSpan LargestStepBack { get; internal set; }

    /// <summary>How often the locate was interrupted since it began.</summary>
    [JsonInclude]
    public int LocateAttempts { get; internal set; }

    /// <summary>The id of the locate that is awaited; null where none is.</summary>
    [JsonInclude]
    public string? LocateEffect { get; internal set; }

    /// <summary>When the last arrival notice to the patron was asked for, in UTC; null where none was.</summary>
    [JsonInclude]
    public DateTimeOffset? ArrivalNoticeAt { get; internal set; }

    /// <summary>When the last notice of failure or cancellation to the patron was asked for, in UTC; null where none was.</summary>
    [JsonInclude]
    public DateTimeOffset? FailureNoticeAt { get; internal set; }

    /// <summary>When the request was taken over from elsewhere, in UTC; null where it was not.</summary>
    [JsonInclude]
    public DateTimeOffset? ImportedAt { get; internal set; }

    /// <summary>
    /// The request's revision after its last import; 0 where it was not imported. While it is the request's revision still, nothing but
    /// imports happened to the request, and it may be imported again.
    /// </summary>
    [JsonInclude]
    public int ImportedRevision { get; internal set; }

    internal RequestFacts Copy() => (RequestFacts)MemberwiseClone();
}
