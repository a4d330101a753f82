using System.Globalization;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Samples.Detector;

#region docs:detector
/// <summary>Items that the lender wants back before the patron can have read them. Safe for any number of threads.</summary>
public sealed class ShortLoan : IAnomalyDetector
{
    private static readonly TimeSpan TooShort = TimeSpan.FromDays(7);

    public AnomalyRule Rule { get; } = new(
        "short-loan",
        AnomalySeverity.Warning,
        "Short loan",
        "shipped or on the shelf, and the lender wants it back within 7 days",
        "Ask the lender for more time before the patron has it.")
    {
        Statuses = [BorrowingStatus.ShippedPhysically, BorrowingStatus.PhysicallyReceivedByLibrary],
        Inputs = AnomalyInputs.Age,
        Remedies = [Trigger.SendGeneralMessage],
    };

    public ValueTask<string?> ExamineAsync(AnomalySubject subject, CancellationToken cancellationToken = default)
    {
        var due = subject.Request?.LenderDueDate;
        return new(due - subject.Now < TooShort
            ? string.Create(CultureInfo.InvariantCulture, $"{subject.Summary.Partner} wants it back on {due:yyyy-MM-dd}.")
            : null);
    }
}
#endregion
