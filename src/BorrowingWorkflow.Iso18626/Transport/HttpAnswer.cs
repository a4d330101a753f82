using System.Globalization;

namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>What an HTTP status says of the message when it comes without a confirmation.</summary>
internal static class HttpAnswer
{
    public static Reply Of(HttpResponseMessage response, TimeProvider clock)
    {
        var code = (int)response.StatusCode;
        var why = string.Create(CultureInfo.InvariantCulture, $"HTTP {code}");
        var reply = IsRefusal(code) ? Reply.Refused(why) : Reply.Unclear(why) with { IsFailure = code >= 500 };
        return code is 425 or 429 or 503 ? reply with { RetryAfter = WaitOf(response, clock) } : reply;
    }

    /// <summary>
    /// True of statuses by which a server says that it did not take the message in: it could not read it, does not know the caller or the
    /// address, or wants it later. Not of 408 and 409, which come after work was begun, nor of 301 to 303, which many servers answer a POST
    /// with that they carried out.
    /// </summary>
    private static bool IsRefusal(int code) => code is
        307 or 308
        or 400 or 401 or 402 or 403 or 404 or 405 or 406 or 407
        or 410 or 411 or 412 or 413 or 414 or 415 or 417
        or 421 or 422 or 425 or 426 or 428 or 429 or 431 or 451;

    private static TimeSpan? WaitOf(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow(),
        _ => null,
    };
}
