using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Checks;

/// <summary>What a run of checks found.</summary>
/// <param name="Now">The moment of the check, in UTC.</param>
/// <param name="Library">The library that was asked about; null for all.</param>
/// <param name="Entries">An entry a check, in the order that was asked for, empty lists included.</param>
public sealed record CheckReport(DateTimeOffset Now, string? Library, IReadOnlyList<CheckReportEntry> Entries)
{
    /// <summary>
    /// What else is known of a request, in a line each, such as the findings of an anomaly scan: table and html show it beside the request.
    /// Join the completed requests with the scan here, and staff see which of them were not returned properly.
    /// </summary>
    /// <value>Nothing.</value>
    public IReadOnlyDictionary<RequestId, IReadOnlyList<string>> Remarks { get; init; } = new Dictionary<RequestId, IReadOnlyList<string>>();
}
