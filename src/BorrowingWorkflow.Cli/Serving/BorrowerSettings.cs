namespace BorrowingWorkflow.Cli.Serving;

/// <summary>What a serving borrower is told by the call.</summary>
/// <param name="Library">Its code.</param>
/// <param name="Partners">Who lends.</param>
/// <param name="PartnersPath">The file that says so.</param>
internal sealed record BorrowerSettings(string Library, PartnersFile Partners, string PartnersPath)
{
    public required string Url { get; init; }

    /// <summary>True where what a message says of its sender is believed.</summary>
    public bool AnonymousPartners { get; init; }

    public required TimeSpan Interval { get; init; }

    public required TimeSpan SendBackoff { get; init; }

    public required TimeSpan Lease { get; init; }
}
