namespace BorrowingWorkflow.Machine;

/// <summary>One guard a fact, in the words of the specification; <c>!</c> gives the opposite, <c>&amp;</c> joins.</summary>
internal static class Guards
{
    /// <summary>No condition.</summary>
    public static readonly Guard Always = new(GuardFacts.None, GuardFacts.None);

    public static readonly Guard IntakePasses = new(GuardFacts.IntakePasses, GuardFacts.None);
    public static readonly Guard ApprovalRequired = new(GuardFacts.ApprovalRequired, GuardFacts.None);
    public static readonly Guard LocallyHeld = new(GuardFacts.LocallyHeld, GuardFacts.None);
    public static readonly Guard CitationInsufficient = new(GuardFacts.CitationInsufficient, GuardFacts.None);
    public static readonly Guard PossibleDuplicate = new(GuardFacts.PossibleDuplicate, GuardFacts.None);
    public static readonly Guard RotaIsUsable = new(GuardFacts.RotaIsUsable, GuardFacts.None);
    public static readonly Guard EmptyRotaCancels = new(GuardFacts.EmptyRotaCancels, GuardFacts.None);
    public static readonly Guard AboutActiveSend = new(GuardFacts.AboutActiveSend, GuardFacts.None);
    public static readonly Guard AboutFormerSend = new(GuardFacts.AboutFormerSend, GuardFacts.None);
    public static readonly Guard NotDelivered = new(GuardFacts.NotDelivered, GuardFacts.None);
    public static readonly Guard NoOtherSend = new(GuardFacts.NoOtherSend, GuardFacts.None);
    public static readonly Guard ActiveMayHold = new(GuardFacts.ActiveMayHold, GuardFacts.None);
    public static readonly Guard ContinuesRota = new(GuardFacts.ContinuesRota, GuardFacts.None);
    public static readonly Guard PatronBegan = new(GuardFacts.PatronBegan, GuardFacts.None);
    public static readonly Guard AnotherPending = new(GuardFacts.AnotherPending, GuardFacts.None);
    public static readonly Guard HasRequestAccepted = new(GuardFacts.HasRequestAccepted, GuardFacts.None);
    public static readonly Guard HasWillSupply = new(GuardFacts.HasWillSupply, GuardFacts.None);
    public static readonly Guard ConditionStands = new(GuardFacts.ConditionStands, GuardFacts.None);
    public static readonly Guard RetryStands = new(GuardFacts.RetryStands, GuardFacts.None);
    public static readonly Guard KeepsRejectedActive = new(GuardFacts.KeepsRejectedActive, GuardFacts.None);
    public static readonly Guard InTransitToPickup = new(GuardFacts.InTransitToPickup, GuardFacts.None);
    public static readonly Guard VolumesOutstanding = new(GuardFacts.VolumesOutstanding, GuardFacts.None);
    public static readonly Guard RenewalsMediated = new(GuardFacts.RenewalsMediated, GuardFacts.None);
    public static readonly Guard RenewalUnanswered = new(GuardFacts.RenewalUnanswered, GuardFacts.None);
    public static readonly Guard BranchElsewhere = new(GuardFacts.BranchElsewhere, GuardFacts.None);
    public static readonly Guard RetentionOver = new(GuardFacts.RetentionOver, GuardFacts.None);
    public static readonly Guard ClosedUnshipped = new(GuardFacts.ClosedUnshipped, GuardFacts.None);
    public static readonly Guard LateShipmentStands = new(GuardFacts.LateShipmentStands, GuardFacts.None);
    public static readonly Guard AnotherEntryShipped = new(GuardFacts.AnotherEntryShipped, GuardFacts.None);
    public static readonly Guard TemporaryItemStands = new(GuardFacts.TemporaryItemStands, GuardFacts.None);
    public static readonly Guard MessageStands = new(GuardFacts.MessageStands, GuardFacts.None);
    public static readonly Guard NoteStands = new(GuardFacts.NoteStands, GuardFacts.None);
    public static readonly Guard HasHadPartner = new(GuardFacts.HasHadPartner, GuardFacts.None);
    public static readonly Guard OnlyPendingMove = new(GuardFacts.OnlyPendingMove, GuardFacts.None);
    public static readonly Guard CitationMayChange = new(GuardFacts.CitationMayChange, GuardFacts.None);

    /// <summary>Sets of facts of which at most one can hold at a time: what an enumeration of all combinations may leave out.</summary>
    public static IReadOnlyList<GuardFacts> AtMostOneOf { get; } =
    [
        GuardFacts.IntakePasses | GuardFacts.ApprovalRequired | GuardFacts.LocallyHeld | GuardFacts.CitationInsufficient | GuardFacts.PossibleDuplicate,
        GuardFacts.AboutActiveSend | GuardFacts.AboutFormerSend,
        GuardFacts.ConditionStands | GuardFacts.RetryStands,
    ];

    private static readonly Wording[] Words =
    [
        new(GuardFacts.IntakePasses, "intake rules pass"),
        new(GuardFacts.ApprovalRequired, "intake rule says ApprovalRequired"),
        new(GuardFacts.LocallyHeld, "intake rule says LocallyHeld"),
        new(GuardFacts.CitationInsufficient, "intake rule says CitationInsufficient"),
        new(GuardFacts.PossibleDuplicate, "intake rule says PossibleDuplicate, not overridden"),
        new(GuardFacts.RotaIsUsable, "rota has at least one usable entry", "rota has no usable entry"),
        new(GuardFacts.EmptyRotaCancels, "OnEmptyRota=CancelByStaff (default)", "OnEmptyRota=LocateFailed"),
        new(GuardFacts.AboutActiveSend, "it is about the active entry's Request"),
        new(GuardFacts.AboutFormerSend, "it is about a Request whose entry is no longer active"),
        new(GuardFacts.NotDelivered, "outcome is notDelivered", "outcome is unknown"),
        new(GuardFacts.NoOtherSend, "no other send may have arrived"),
        new(GuardFacts.ActiveMayHold, "the active partner may hold the request", "the active partner cannot hold the request"),
        new(GuardFacts.ContinuesRota, "AfterCancel=ContinueRota", "AfterCancel=Close"),
        new(GuardFacts.PatronBegan, "the patron began it", "staff began it"),
        new(GuardFacts.AnotherPending, "another entry is pending", "rota exhausted"),
        new(GuardFacts.HasRequestAccepted, "profile has RequestAccepted", "profile lacks RequestAccepted"),
        new(GuardFacts.HasWillSupply, "profile has WillSupply", "profile lacks WillSupply"),
        new(GuardFacts.ConditionStands, "a condition stands"),
        new(GuardFacts.RetryStands, "a retry stands"),
        new(GuardFacts.KeepsRejectedActive, "KeepRejectedActive"),
        new(GuardFacts.InTransitToPickup, "the item is in transit to the pickup location"),
        new(GuardFacts.VolumesOutstanding, "volumes are outstanding"),
        new(GuardFacts.RenewalsMediated, "renewals are mediated", "renewals are automatic"),
        new(GuardFacts.RenewalUnanswered, "a renewal that the patron asked for is unanswered"),
        new(GuardFacts.BranchElsewhere, "the branch is not the resource sharing library"),
        new(GuardFacts.RetentionOver, "the retention period is over"),
        new(GuardFacts.ClosedUnshipped, "closed by Complete before anything was shipped or received, by the partner that was active then", "FI-7 does not apply"),
        new(GuardFacts.LateShipmentStands, "a physical ShippedAfterClose stands"),
        new(GuardFacts.AnotherEntryShipped, "another entry of the rota has shipped"),
        new(GuardFacts.TemporaryItemStands, "a temporary item stands"),
        new(GuardFacts.MessageStands, "an active general message stands"),
        new(GuardFacts.NoteStands, "an active note stands"),
        new(GuardFacts.HasHadPartner, "the request has had a partner"),
        new(GuardFacts.OnlyPendingMove, "only entries still pending move"),
        new(GuardFacts.CitationMayChange, "the citation only while no partner may hold the request"),
    ];

    /// <summary>The guard in the words of the specification; empty for <see cref="Always"/>.</summary>
    public static string Describe(Guard guard) => string.Join(", ", Words
        .Where(word => ((guard.Required | guard.Forbidden) & word.Fact) != 0)
        .Select(word => (guard.Required & word.Fact) != 0 ? word.Holds : word.Fails ?? $"not: {word.Holds}"));

    private sealed record Wording(GuardFacts Fact, string Holds, string? Fails = null);
}
