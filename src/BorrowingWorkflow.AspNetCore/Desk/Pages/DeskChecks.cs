using BorrowingWorkflow.Checks;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>How the desk's checks stand today.</summary>
internal sealed class DeskChecks(CheckRunner runner, CheckSchedule schedule, DeskOptions options)
{
    // More than anybody works in a day; a list of completed requests may have a million.
    private const int CountAtMost = 1000;

    /// <summary>Every check of the desk for the library that is looked at, in the desk's order.</summary>
    public async Task<IReadOnlyList<DueCheck>> TodayAsync(DeskCall desk)
    {
        var report = await runner.RunAsync(Request(desk), desk.Aborted);
        var due = await schedule.TodayAsync(desk.Library ?? "", desk.Time.Now, options.Checks, desk.Aborted);
        return [.. report.Entries.Zip(due, (entry, day) => new DueCheck(entry, day))];
    }

    public CheckRequest Request(DeskCall desk) => new()
    {
        Policies = options.Checks,
        Now = desk.Time.Now,
        Library = desk.Library,
        CountAtMost = CountAtMost,
    };
}
