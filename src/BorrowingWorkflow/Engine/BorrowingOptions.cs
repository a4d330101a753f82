namespace BorrowingWorkflow.Engine;

/// <summary>The policies that the clauses name. Times without a zone are lengths; days are working days only where it says so.</summary>
public sealed class BorrowingOptions
{
    /// <summary>What happens when the locate finds nobody who could supply.</summary>
    /// <value>CancelByStaff.</value>
    public EmptyRotaPolicy OnEmptyRota { get; set; }

    /// <summary>Whether the next partner is asked by itself when one rejects or cancels.</summary>
    /// <value>Continue.</value>
    public RejectedPolicy OnRejected { get; set; }

    /// <summary>True where a request stays open for staff after its rota is exhausted.</summary>
    /// <value>False.</value>
    public bool KeepRejectedActive { get; set; }

    /// <summary>True where staff forward renewals by hand, false where they go to the partner at once.</summary>
    /// <value>True.</value>
    public bool RenewalsAreMediated { get; set; } = true;

    /// <summary>After how many failed sends in a row staff are told instead of trying again.</summary>
    /// <value>3.</value>
    public int SendAttempts { get; set; } = 3;

    /// <summary>The wait after the first failed send; it doubles with each one.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan SendBackoff { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest wait between two sends.</summary>
    /// <value>6 hours.</value>
    public TimeSpan LongestSendBackoff { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How often an interrupted locate is tried before staff are told.</summary>
    /// <value>3.</value>
    public int LocateAttempts { get; set; } = 3;

    /// <summary>The wait before an interrupted locate is tried again.</summary>
    /// <value>1 minute.</value>
    public TimeSpan LocateBackoff { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a cancellation may stay unanswered before staff are told.</summary>
    /// <value>5 days of 24 hours.</value>
    public TimeSpan CancelResponse { get; set; } = TimeSpan.FromDays(5);

    /// <summary>How long an item waits on the hold shelf.</summary>
    /// <value>14 days of 24 hours.</value>
    public TimeSpan HoldPeriod { get; set; } = TimeSpan.FromDays(14);

    /// <summary>
    /// How long a final request is kept before the patron's data are erased; null: the workflow erases nothing by itself, and takes a Purge
    /// that the host fires at its word.
    /// </summary>
    /// <value>Null.</value>
    public TimeSpan? Retention { get; set; }

    /// <summary>The codes of pickup locations that are at the resource sharing library itself, beside the library's own code: no transit.</summary>
    /// <value>None.</value>
    public ISet<string> PickupAtLibrary { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>True where effects other than SendRequest, RetrySend, StartLocate and RetryLocate count as carried out when they are saved: for replaying a past in which they were.</summary>
    /// <value>False.</value>
    public bool EffectsAreDone { get; set; }

    /// <summary>How often the engine decides again when somebody else saved in between.</summary>
    /// <value>10.</value>
    public int DecisionAttempts { get; set; } = 10;

    /// <exception cref="ArgumentOutOfRangeException">An option can't be kept; the message names it.</exception>
    internal BorrowingOptions Validated()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SendAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(SendBackoff, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestSendBackoff, SendBackoff);
        ArgumentOutOfRangeException.ThrowIfLessThan(LocateAttempts, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(LocateBackoff, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(CancelResponse, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(HoldPeriod, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Retention ?? TimeSpan.MaxValue, TimeSpan.Zero, nameof(Retention));
        ArgumentOutOfRangeException.ThrowIfLessThan(DecisionAttempts, 1);
        return this;
    }
}
