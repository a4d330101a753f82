using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>A recorded history as it stands in its file. The members are written in this order.</summary>
internal sealed record HistoryDocument
{
    public const int CurrentFormat = 1;

    public required int Format { get; init; }

    public required string Name { get; init; }

    public required RequestId Request { get; init; }

    /// <summary>True where what the inputs brought along is gone: nothing can be decided again.</summary>
    public bool? IsPurged { get; init; }

    public required HistoryPolicies Policies { get; init; }

    public required HistoryCalendar Calendar { get; init; }

    /// <summary>Those that the directory knew, of the partners that the history offers for its rota; by code.</summary>
    public required IReadOnlyList<HistoryPartner> Partners { get; init; }

    public required IReadOnlyList<HistoryStep> Steps { get; init; }
}
