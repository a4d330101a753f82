using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Diagnostics;

/// <summary>Every log message, with its permanent event id. Request ids, triggers, statuses, effect names, check ids, and partner and library codes only.</summary>
internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Debug, "Request {Request}: somebody else saved in between; deciding again after attempt {Attempt}.")]
    public static partial void DecidingAgain(this ILogger logger, string request, int attempt);

    [LoggerMessage(1002, LogLevel.Information, "Request {Request}: {Trigger} was not applied ({Verdict}) in {Status}.")]
    public static partial void NotApplied(this ILogger logger, string request, Trigger trigger, Verdict verdict, BorrowingStatus status);

    [LoggerMessage(1101, LogLevel.Warning, "Request {Request}: the locate was interrupted.")]
    public static partial void LocateInterrupted(this ILogger logger, Exception exception, string request);

    [LoggerMessage(1201, LogLevel.Information, "Request {Request}: {Effect} to {Partner}: {Delivery}.")]
    public static partial void Sent(this ILogger logger, string request, string effect, string partner, Delivery delivery);

    [LoggerMessage(1202, LogLevel.Warning, "Request {Request}: {Effect} failed at attempt {Attempt}; it is tried again.")]
    public static partial void EffectFailed(this ILogger logger, Exception exception, string request, string effect, int attempt);

    [LoggerMessage(1203, LogLevel.Warning, "Request {Request}: {Effect} to {Partner} threw; the outcome is unknown.")]
    public static partial void SendThrew(this ILogger logger, Exception exception, string request, string effect, string partner);

    [LoggerMessage(1204, LogLevel.Error, "Request {Request}: the deadline could not be fired; it is tried again.")]
    public static partial void DeadlineFailed(this ILogger logger, Exception exception, string request);

    [LoggerMessage(1301, LogLevel.Debug, "{Checks} checks were counted.")]
    public static partial void ChecksCounted(this ILogger logger, int checks);

    [LoggerMessage(1302, LogLevel.Information, "Check {Check} was recorded as worked for {Library}.")]
    public static partial void CheckWorked(this ILogger logger, string check, string library);

    [LoggerMessage(1401, LogLevel.Information, "A scan looked at {Requests} requests and found {Findings} anomalies, dismissed ones not counted.")]
    public static partial void Scanned(this ILogger logger, long requests, long findings);
}
