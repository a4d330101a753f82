namespace BorrowingWorkflow.Machine;

/// <summary>The named facts that guards are made of. A guard asks for some and forbids others; nothing else decides.</summary>
[Flags]
public enum GuardFacts : ulong
{
    /// <summary>No fact holds.</summary>
    None = 0,

    /// <summary>Intake rules pass.</summary>
    IntakePasses = 1UL << 0,

    /// <summary>Intake rule says ApprovalRequired.</summary>
    ApprovalRequired = 1UL << 1,

    /// <summary>Intake rule says LocallyHeld.</summary>
    LocallyHeld = 1UL << 2,

    /// <summary>Intake rule says CitationInsufficient.</summary>
    CitationInsufficient = 1UL << 3,

    /// <summary>Intake rule says PossibleDuplicate, not overridden.</summary>
    PossibleDuplicate = 1UL << 4,

    /// <summary>Rota has at least one usable entry.</summary>
    RotaIsUsable = 1UL << 5,

    /// <summary>OnEmptyRota=CancelByStaff.</summary>
    EmptyRotaCancels = 1UL << 6,

    /// <summary>It is about the active entry's Request.</summary>
    AboutActiveSend = 1UL << 7,

    /// <summary>It is about a Request whose entry is no longer active.</summary>
    AboutFormerSend = 1UL << 8,

    /// <summary>Outcome is notDelivered.</summary>
    NotDelivered = 1UL << 9,

    /// <summary>No other send may have arrived.</summary>
    NoOtherSend = 1UL << 10,

    /// <summary>The active partner may hold the request.</summary>
    ActiveMayHold = 1UL << 11,

    /// <summary>AfterCancel=ContinueRota.</summary>
    ContinuesRota = 1UL << 12,

    /// <summary>The patron began it.</summary>
    PatronBegan = 1UL << 13,

    /// <summary>Another entry is pending.</summary>
    AnotherPending = 1UL << 14,

    /// <summary>Profile has RequestAccepted.</summary>
    HasRequestAccepted = 1UL << 15,

    /// <summary>Profile has WillSupply.</summary>
    HasWillSupply = 1UL << 16,

    /// <summary>A condition stands.</summary>
    ConditionStands = 1UL << 17,

    /// <summary>A retry stands.</summary>
    RetryStands = 1UL << 18,

    /// <summary>KeepRejectedActive.</summary>
    KeepsRejectedActive = 1UL << 19,

    /// <summary>The item is in transit to the pickup location.</summary>
    InTransitToPickup = 1UL << 20,

    /// <summary>Volumes are outstanding.</summary>
    VolumesOutstanding = 1UL << 21,

    /// <summary>Renewals are mediated.</summary>
    RenewalsMediated = 1UL << 22,

    /// <summary>A renewal that the patron asked for is unanswered.</summary>
    RenewalUnanswered = 1UL << 23,

    /// <summary>The branch is not the resource sharing library.</summary>
    BranchElsewhere = 1UL << 24,

    /// <summary>The retention period is over.</summary>
    RetentionOver = 1UL << 25,

    /// <summary>Closed by Complete before anything was shipped or received, by the partner that was active then.</summary>
    ClosedUnshipped = 1UL << 26,

    /// <summary>A physical ShippedAfterClose stands.</summary>
    LateShipmentStands = 1UL << 27,

    /// <summary>Another entry of the rota has shipped.</summary>
    AnotherEntryShipped = 1UL << 28,

    /// <summary>A temporary item stands.</summary>
    TemporaryItemStands = 1UL << 29,

    /// <summary>An active general message stands.</summary>
    MessageStands = 1UL << 30,

    /// <summary>An active note stands.</summary>
    NoteStands = 1UL << 31,

    /// <summary>The request has had a partner.</summary>
    HasHadPartner = 1UL << 32,

    /// <summary>Only entries still pending move.</summary>
    OnlyPendingMove = 1UL << 33,

    /// <summary>The citation only while no partner may hold the request.</summary>
    CitationMayChange = 1UL << 34,
}
