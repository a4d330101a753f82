using BorrowingWorkflow.Iso18626.Transport;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Iso18626.Diagnostics;

/// <summary>The log messages of sending, with their permanent event ids 1600 to 1629. Ids, codes and element names; no secret and no patron.</summary>
internal static partial class SendingLog
{
    [LoggerMessage(1601, LogLevel.Error, "Request {Request}: partner {Partner} has no ISO 18626 peer, so nothing can be sent to it. Add the peer.")]
    public static partial void NoPeer(this ILogger logger, string request, string partner);

    [LoggerMessage(1602, LogLevel.Error, "Request {Request}: library {Library} has no agency id, so nothing can be sent for it. Add it to Iso18626Options.Libraries.")]
    public static partial void NoLibrary(this ILogger logger, string request, string library);

    [LoggerMessage(1603, LogLevel.Error, "Request {Request}: {Effect} to {Partner} can't be written: {Element} {Problem}")]
    public static partial void CannotBeWritten(this ILogger logger, string request, string effect, string partner, string element, string problem);

    [LoggerMessage(1604, LogLevel.Warning, "Request {Request}: {Effect} to {Partner} was not confirmed: {Outcome} ({Why}).")]
    public static partial void NotConfirmed(this ILogger logger, string request, string effect, string partner, ReplyKind outcome, string why);

    [LoggerMessage(1605, LogLevel.Information, "Request {Request}: {Partner} has not got it, so it counts as cancelled there.")]
    public static partial void NothingToCancel(this ILogger logger, string request, string partner);

    [LoggerMessage(1606, LogLevel.Warning, "Partner {Partner} fails; it is left alone for a while.")]
    public static partial void CircuitOpened(this ILogger logger, string partner);

    [LoggerMessage(1607, LogLevel.Information, "Partner {Partner} works again.")]
    public static partial void CircuitClosed(this ILogger logger, string partner);
}
