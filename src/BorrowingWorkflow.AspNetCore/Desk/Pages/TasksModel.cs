using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Checks;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>What the tasks page shows.</summary>
/// <param name="Notes">The requests with active notes.</param>
/// <param name="Messages">The requests with active general messages.</param>
/// <param name="Checks">Every check of the desk: how long its list is, and whether it is due.</param>
/// <param name="Findings">The last anomalies; null while the first scan runs.</param>
internal sealed record TasksModel(CheckReportEntry Notes, CheckReportEntry Messages, IReadOnlyList<DueCheck> Checks, AnomalyReport? Findings)
{
    public IEnumerable<DueCheck> Of(CheckCadence cadence) => Checks.Where(check => check.Entry.Policy.Cadence == cadence);
}
