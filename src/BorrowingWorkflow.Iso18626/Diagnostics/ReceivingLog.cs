using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Machine;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Iso18626.Diagnostics;

/// <summary>
/// The log messages of receiving, with their permanent event ids 1630 to 1649. Request ids and partners' codes; nothing else of what a
/// message says, since a stranger may have written it.
/// </summary>
internal static partial class ReceivingLog
{
    [LoggerMessage(1630, LogLevel.Information, "Request {Request}: a message from {Partner} was taken as {Trigger}: {Verdict}.")]
    public static partial void Taken(this ILogger logger, string request, string partner, Trigger trigger, Verdict verdict);

    [LoggerMessage(1631, LogLevel.Warning, "From {Sender} came something that is no message: {Fault} (line {Line}, position {Position}).")]
    public static partial void Unreadable(this ILogger logger, PeerIdentity sender, Iso18626FaultKind fault, int line, int position);

    [LoggerMessage(1632, LogLevel.Warning, "From {Sender} came a message of a supplying agency that no peer is called. Add the peer, or have its agency id corrected.")]
    public static partial void UnknownAgency(this ILogger logger, PeerIdentity sender);

    [LoggerMessage(1633, LogLevel.Warning, "{Sender} sent a message in the name of {Partner}. It was not taken.")]
    public static partial void SpeaksForAnother(this ILogger logger, PeerIdentity sender, string partner);

    [LoggerMessage(1634, LogLevel.Warning, "Request {Request}: there is none, but {Partner} sent a message about it.")]
    public static partial void UnknownRequest(this ILogger logger, string request, string partner);

    [LoggerMessage(1635, LogLevel.Warning, "Request {Request}: {Partner} sent a message about it and is not in its rota. It was not taken.")]
    public static partial void NotInRota(this ILogger logger, string request, string partner);

    [LoggerMessage(1636, LogLevel.Warning, "Request {Request}: {Partner} sent a message about it to another requesting agency than the request's library. It was not taken.")]
    public static partial void OtherRequester(this ILogger logger, string request, string partner);

    [LoggerMessage(1637, LogLevel.Warning, "Request {Request}: what {Partner} answers and the status that it names contradict each other. The answer counts.")]
    public static partial void Contradicts(this ILogger logger, string request, string partner);

    [LoggerMessage(1638, LogLevel.Warning, "From {Sender} came a {Kind}, which is not for a borrower.")]
    public static partial void NotForBorrowers(this ILogger logger, PeerIdentity sender, string kind);

    [LoggerMessage(1639, LogLevel.Debug, "Request {Request}: it moved while a message was read; looking again (attempt {Attempt}).")]
    public static partial void LooksAgain(this ILogger logger, string request, int attempt);
}
