using BorrowingWorkflow.Iso18626.Receiving;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore.Diagnostics;

/// <summary>Every log message of the endpoint and of the authentication of peers, with its permanent event id, 1650 to 1659. Partners' codes only; no secret.</summary>
internal static partial class Log
{
    [LoggerMessage(1650, LogLevel.Error, "A message from {Sender} could not be taken, so it was not confirmed; the sender is asked to send it again.")]
    public static partial void NotConfirmed(this ILogger logger, Exception exception, PeerIdentity sender);

    [LoggerMessage(1651, LogLevel.Debug, "A message from {Sender} could not be read to its end; the sender broke off, or was too slow.")]
    public static partial void Unread(this ILogger logger, PeerIdentity sender);

    [LoggerMessage(1652, LogLevel.Warning, "A peer could not be authenticated by its {Proof}: {Why}.")]
    public static partial void NotAuthenticated(this ILogger logger, string proof, string why);
}
