using BorrowingWorkflow.Checks;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>The desk's first page: what waits, what is due, what has gone wrong.</summary>
internal sealed class TasksPage(DeskChecks checks, CheckRunner runner, FindingsBoard board, DeskRenderer renderer)
{
    public async Task ShowAsync(DeskCall desk)
    {
        var findings = await board.LookAsync(desk.Library, desk.Aborted);
        var today = await checks.TodayAsync(desk);
        var box = await BoxAsync(desk, today);
        var model = new TasksModel(box.Notes, box.Messages, today, findings);
        await renderer.WriteAsync(desk, desk.T["tasks"], "tasks", TasksView.Of(desk, model));
    }

    /// <summary>Notes and messages are in the box, whether or not they are among the desk's checks.</summary>
    private async Task<(CheckReportEntry Notes, CheckReportEntry Messages)> BoxAsync(DeskCall desk, IReadOnlyList<DueCheck> today)
    {
        CheckReportEntry? Find(CheckPolicy policy) => today.FirstOrDefault(check => check.Entry.Policy == policy)?.Entry;
        if (Find(CsuChecks.ActiveNotes) is { } notes && Find(CsuChecks.ActiveMessages) is { } messages)
        {
            return (notes, messages);
        }

        var box = await runner.TasksAsync(checks.Request(desk) with { Policies = [] }, desk.Aborted);
        return (box.ActiveNotes, box.ActiveMessages);
    }
}
