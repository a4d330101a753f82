using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>The policies that were in force. Defaults are written too: they may change, and what was in force does not.</summary>
internal sealed record HistoryPolicies
{
    public required EmptyRotaPolicy OnEmptyRota { get; init; }

    public required RejectedPolicy OnRejected { get; init; }

    public required bool KeepRejectedActive { get; init; }

    public required bool RenewalsAreMediated { get; init; }

    public required int SendAttempts { get; init; }

    public required TimeSpan SendBackoff { get; init; }

    public required TimeSpan LongestSendBackoff { get; init; }

    public required int LocateAttempts { get; init; }

    public required TimeSpan LocateBackoff { get; init; }

    public required TimeSpan CancelResponse { get; init; }

    public required TimeSpan HoldPeriod { get; init; }

    public TimeSpan? Retention { get; init; }

    public required IReadOnlyList<string> PickupAtLibrary { get; init; }

    public required bool EffectsAreDone { get; init; }

    public static HistoryPolicies Of(BorrowingOptions options) => new()
    {
        OnEmptyRota = options.OnEmptyRota,
        OnRejected = options.OnRejected,
        KeepRejectedActive = options.KeepRejectedActive,
        RenewalsAreMediated = options.RenewalsAreMediated,
        SendAttempts = options.SendAttempts,
        SendBackoff = options.SendBackoff,
        LongestSendBackoff = options.LongestSendBackoff,
        LocateAttempts = options.LocateAttempts,
        LocateBackoff = options.LocateBackoff,
        CancelResponse = options.CancelResponse,
        HoldPeriod = options.HoldPeriod,
        Retention = options.Retention,
        PickupAtLibrary = [.. options.PickupAtLibrary.Order(StringComparer.Ordinal)],
        EffectsAreDone = options.EffectsAreDone,
    };

    public BorrowingOptions ToOptions()
    {
        var options = new BorrowingOptions
        {
            OnEmptyRota = OnEmptyRota,
            OnRejected = OnRejected,
            KeepRejectedActive = KeepRejectedActive,
            RenewalsAreMediated = RenewalsAreMediated,
            SendAttempts = SendAttempts,
            SendBackoff = SendBackoff,
            LongestSendBackoff = LongestSendBackoff,
            LocateAttempts = LocateAttempts,
            LocateBackoff = LocateBackoff,
            CancelResponse = CancelResponse,
            HoldPeriod = HoldPeriod,
            Retention = Retention,
            EffectsAreDone = EffectsAreDone,
        };
        options.PickupAtLibrary.UnionWith(PickupAtLibrary);
        return options;
    }
}
