namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>How far back the insights look.</summary>
internal enum InsightsPeriod : byte
{
    /// <summary>The last 28 days.</summary>
    FourWeeks,

    /// <summary>The last 91 days.</summary>
    ThirteenWeeks,

    /// <summary>The last 364 days, which are 52 weeks.</summary>
    Year,
}
