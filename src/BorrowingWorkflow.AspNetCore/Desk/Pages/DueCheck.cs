using BorrowingWorkflow.Checks;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>A check with its list's length and its place in the schedule.</summary>
internal sealed record DueCheck(CheckReportEntry Entry, CheckDue Due)
{
    /// <summary>True where somebody has to work it today.</summary>
    public bool IsOpen => Due.State is CheckDueState.Due or CheckDueState.Overdue;
}
