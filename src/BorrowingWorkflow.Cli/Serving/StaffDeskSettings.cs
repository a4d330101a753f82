using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>What a staff desk is told by the call.</summary>
internal sealed record StaffDeskSettings
{
    public required string Url { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The one library whose requests are worked; null: those of all.</summary>
    public string? Library { get; init; }

    /// <summary>Who lends; null where that is not known.</summary>
    public IReadOnlyList<Partner>? Partners { get; init; }

    /// <summary>The local catalogue; null where it is not known.</summary>
    public IItemSource? Items { get; init; }
}
