namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>How long each period is, how finely it is drawn, and what it is called in an address.</summary>
internal static class InsightsPeriods
{
    /// <summary>Every period, the shortest first.</summary>
    public static IReadOnlyList<InsightsPeriod> All { get; } = Enum.GetValues<InsightsPeriod>();

    /// <summary>The period's length.</summary>
    public static TimeSpan Length(this InsightsPeriod period) => TimeSpan.FromDays(period switch
    {
        InsightsPeriod.FourWeeks => 28,
        InsightsPeriod.ThirteenWeeks => 91,
        _ => 364,
    });

    /// <summary>How many equal steps the period is drawn in: a day, half a week, two weeks each.</summary>
    public static int Steps(this InsightsPeriod period) => period == InsightsPeriod.FourWeeks ? 28 : 26;

    /// <summary>The period's name in an address.</summary>
    public static string Key(this InsightsPeriod period) => period switch
    {
        InsightsPeriod.FourWeeks => "4w",
        InsightsPeriod.ThirteenWeeks => "13w",
        _ => "52w",
    };

    /// <summary>The period of that name; the shortest where there is none of it.</summary>
    public static InsightsPeriod Parse(string? key) => All.FirstOrDefault(period => period.Key() == key);
}
