namespace BorrowingWorkflow.Anomalies;

/// <summary>The detectors' thresholds. A finding needs more than the time that is given here; days are of 24 hours, working days are named as such.</summary>
/// <remarks>Set up once and then only read; a scan that runs sees later changes in part.</remarks>
public sealed class AnomalySettings
{
    /// <summary>After how long a locate counts as stuck.</summary>
    /// <value>15 minutes.</value>
    public TimeSpan StuckInLocate { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many sends in a row to the active partner have to fail.</summary>
    /// <value>3.</value>
    public int FailedSends { get; set; } = 3;

    /// <summary>How long a request may wait to be sent.</summary>
    /// <value>1 day of 24 hours.</value>
    public TimeSpan ReadyToBeSent { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many partners have to reject for one reason before it is the request's own fault; at least 2.</summary>
    /// <value>2.</value>
    public int SameRejections { get; set; } = 2;

    /// <summary>Reasons for a rejection that say nothing about the request; compared without case, spaces and hyphens.</summary>
    /// <value>not-on-shelf and in-use.</value>
    public ISet<string> HarmlessReasons { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "not-on-shelf", "in-use" };

    /// <summary>The working days that a partner has to answer, where there is no directory or it does not know the partner.</summary>
    /// <value>4.</value>
    public int DaysToRespond { get; set; } = 4;

    /// <summary>The working days that are allowed on top of a partner's days to respond.</summary>
    /// <value>1.</value>
    public int DaysToRespondGrace { get; set; } = 1;

    /// <summary>How long a promise to supply may stand.</summary>
    /// <value>14 days of 24 hours.</value>
    public TimeSpan WillSupply { get; set; } = TimeSpan.FromDays(14);

    /// <summary>The library's working days that a condition may stay unanswered.</summary>
    /// <value>4.</value>
    public int ConditionWorkingDays { get; set; } = 4;

    /// <summary>How long a cancellation may stay unanswered.</summary>
    /// <value>5 days of 24 hours.</value>
    public TimeSpan CancelResponse { get; set; } = TimeSpan.FromDays(5);

    /// <summary>How long a shipment may take.</summary>
    /// <value>7 days of 24 hours.</value>
    public TimeSpan ShippedNotReceived { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a return may stay without the lender's check-in.</summary>
    /// <value>30 days of 24 hours.</value>
    public TimeSpan ReturnedNotCheckedIn { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How many such returns a partner has to have.</summary>
    /// <value>5.</value>
    public int NeverChecksInRequests { get; set; } = 5;

    /// <summary>For how long it has to have checked nothing in.</summary>
    /// <value>90 days of 24 hours.</value>
    public TimeSpan NeverChecksInWindow { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long the way from a branch may take.</summary>
    /// <value>3 days of 24 hours.</value>
    public TimeSpan BranchReturn { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long a received item may wait for its patron.</summary>
    /// <value>14 days of 24 hours.</value>
    public TimeSpan HoldExpired { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long the patron may go without a notice of arrival.</summary>
    /// <value>1 day of 24 hours.</value>
    public TimeSpan ArrivalNotice { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long the patron may go without a notice of failure.</summary>
    /// <value>1 day of 24 hours.</value>
    public TimeSpan FailureNotice { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long before the due date a renewal has to be answered.</summary>
    /// <value>3 days of 24 hours.</value>
    public TimeSpan RenewalDue { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long a loan may be overdue before it counts as lost.</summary>
    /// <value>14 days of 24 hours.</value>
    public TimeSpan OverdueNotLost { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How long a lost item may stay unsettled.</summary>
    /// <value>90 days of 24 hours.</value>
    public TimeSpan LostNotSettled { get; set; } = TimeSpan.FromDays(90);

    /// <summary>How long a recalled item may take to come back.</summary>
    /// <value>7 days of 24 hours.</value>
    public TimeSpan RecalledNotReturned { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a general message may stay active.</summary>
    /// <value>1 day of 24 hours.</value>
    public TimeSpan GeneralMessage { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a note may stay active.</summary>
    /// <value>7 days of 24 hours.</value>
    public TimeSpan Note { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a rejected request may be kept open.</summary>
    /// <value>7 days of 24 hours.</value>
    public TimeSpan RejectedLeftOpen { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How many partner messages out of sequence make a finding.</summary>
    /// <value>2.</value>
    public int OutOfSequence { get; set; } = 2;

    /// <summary>How far clocks may differ; at least 1 minute, since smaller steps are not kept track of.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How often two statuses have to alternate; at least 2, since fewer are not kept track of.</summary>
    /// <value>3.</value>
    public int Alternations { get; set; } = 3;

    /// <summary>How many reactivations make a finding.</summary>
    /// <value>2.</value>
    public int Reactivations { get; set; } = 2;

    /// <summary>How long some volumes may be missing.</summary>
    /// <value>3 days of 24 hours.</value>
    public TimeSpan VolumesIncomplete { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long a temporary item may outlast the return.</summary>
    /// <value>1 day of 24 hours.</value>
    public TimeSpan ReturnedItemLeft { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a message to a partner may stay undelivered.</summary>
    /// <value>1 day of 24 hours.</value>
    public TimeSpan MessageUndelivered { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How late a deadline may be carried out.</summary>
    /// <value>1 day of 24 hours.</value>
    public TimeSpan DeadlineMissed { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a file may take to reach the patron.</summary>
    /// <value>1 day of 24 hours.</value>
    public TimeSpan DigitalNotDelivered { get; set; } = TimeSpan.FromDays(1);
}
