namespace BorrowingWorkflow.Relational;

/// <summary>Moments as they are stored: .NET ticks in UTC, so that no tick is lost and numbers sort as moments do.</summary>
internal static class Ticks
{
    public static object Of(DateTimeOffset moment) => moment.UtcTicks;

    public static object? Of(DateTimeOffset? moment) => moment?.UtcTicks;

    public static DateTimeOffset Read(long ticks) => new(ticks, TimeSpan.Zero);
}
