using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore.Diagnostics;

/// <summary>Every log message of the staff desk, with its permanent event id, 1800 to 1899. Nothing of a request but its id.</summary>
internal static partial class DeskLog
{
    [LoggerMessage(1801, LogLevel.Error, "The anomalies could not be looked for; the desk goes on showing the last list.")]
    public static partial void ScanFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1802, LogLevel.Information, "{Count} requests were chosen for {Trigger} at once; {Applied} of them were moved.")]
    public static partial void MovedAtOnce(this ILogger logger, int count, Machine.Trigger trigger, int applied);

    [LoggerMessage(1803, LogLevel.Warning, "A page of the desk could not be shown, or an action not done, because the store can't be reached.")]
    public static partial void StoreUnavailable(this ILogger logger, Exception exception);
}
