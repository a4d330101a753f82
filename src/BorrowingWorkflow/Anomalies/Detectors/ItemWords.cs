using BorrowingWorkflow.Ports;

namespace BorrowingWorkflow.Anomalies.Detectors;

/// <summary>What the catalogue says of a temporary item, in words.</summary>
internal static class ItemWords
{
    public static string Of(ProcessType type) => type switch
    {
        ProcessType.Transit => "in transit",
        ProcessType.Loan => "on loan",
        ProcessType.ResourceSharingRequest => "as a resource sharing request",
        ProcessType.HoldShelf => "on the hold shelf",
        ProcessType.LostLoan => "as a lost loan",
        _ => "with another process type",
    };

    public static string List(IEnumerable<ProcessType> types) => string.Join(", ", types.Distinct().Order().Select(Of));
}
