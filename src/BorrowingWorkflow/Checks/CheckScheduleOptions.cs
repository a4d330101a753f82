namespace BorrowingWorkflow.Checks;

/// <summary>On which days checks fall due. Read once, when a <see cref="CheckSchedule"/> is made of it.</summary>
public sealed class CheckScheduleOptions
{
    /// <summary>The day of the weekly checks.</summary>
    /// <value>Monday.</value>
    public DayOfWeek WeeklyOn { get; set; } = DayOfWeek.Monday;

    /// <summary>The day of the month of the monthly checks, 1 to 31; the last day in months that are shorter.</summary>
    /// <value>The first.</value>
    public int MonthlyOn { get; set; } = 1;
}
