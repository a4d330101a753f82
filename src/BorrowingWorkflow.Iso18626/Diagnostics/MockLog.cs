using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Iso18626.Diagnostics;

/// <summary>What the mock lender's courier logs, with permanent event ids. Numbers and kinds of error only.</summary>
internal static partial class MockLog
{
    [LoggerMessage(1660, LogLevel.Warning, "The mock lender's message was not delivered ({Error}, attempt {Attempt}).")]
    public static partial void MockNotDelivered(this ILogger logger, string error, int attempt);

    [LoggerMessage(1661, LogLevel.Warning, "The borrower answered the mock lender's message with HTTP {StatusCode} (attempt {Attempt}).")]
    public static partial void MockNotConfirmed(this ILogger logger, int statusCode, int attempt);

    [LoggerMessage(1662, LogLevel.Error, "The mock lender gave a message up after {Attempts} attempts. Is the borrower's address right?")]
    public static partial void MockGaveUp(this ILogger logger, int attempts);
}
