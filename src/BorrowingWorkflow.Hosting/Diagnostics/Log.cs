using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Hosting.Diagnostics;

/// <summary>Every log message of the workers, with its permanent event id. Request ids, library codes and counts only.</summary>
internal static partial class Log
{
    [LoggerMessage(1701, LogLevel.Debug, "{Worker}: at work.")]
    public static partial void Started(this ILogger logger, string worker);

    [LoggerMessage(1702, LogLevel.Debug, "{Worker}: stopped.")]
    public static partial void Stopped(this ILogger logger, string worker);

    [LoggerMessage(1703, LogLevel.Error, "{Worker}: the store is unavailable (failure {Failures} in a row); next try in {Wait}.")]
    public static partial void StoreUnavailable(this ILogger logger, Exception exception, string worker, int failures, TimeSpan wait);

    [LoggerMessage(1704, LogLevel.Error, "{Worker}: a run failed (failure {Failures} in a row); next try in {Wait}.")]
    public static partial void RunFailed(this ILogger logger, Exception exception, string worker, int failures, TimeSpan wait);

    [LoggerMessage(1705, LogLevel.Information, "{Worker}: works again after {Failures} failures.")]
    public static partial void WorksAgain(this ILogger logger, string worker, int failures);

    [LoggerMessage(1706, LogLevel.Information, "Library {Library}: {Due} checks are due, {Overdue} of them overdue, with {Requests} requests on their lists.")]
    public static partial void ChecksDue(this ILogger logger, string library, int due, int overdue, int requests);

    [LoggerMessage(1707, LogLevel.Information, "{Purged} requests were purged whose retention period is over.")]
    public static partial void Purged(this ILogger logger, int purged);

    [LoggerMessage(1708, LogLevel.Error, "Request {Request}: it could not be purged; it is tried again.")]
    public static partial void PurgeFailed(this ILogger logger, Exception exception, string request);
}
