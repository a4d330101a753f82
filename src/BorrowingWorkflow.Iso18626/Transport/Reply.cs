using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>What came of an exchange with a peer.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Why">Why, in words that hold nothing of the message and no secret.</param>
internal sealed record Reply(ReplyKind Kind, string Why)
{
    public static Reply Confirmed { get; } = new(ReplyKind.Confirmed, "confirmed");

    /// <summary>What the peer says is wrong; empty where a server refused it without a confirmation.</summary>
    public IReadOnlyList<ErrorData> Errors { get; init; } = [];

    /// <summary>How long the peer wants to be left alone; null where it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True where it makes sense to try again at once: there was no connection.</summary>
    public bool IsWorthRetrying { get; init; }

    /// <summary>
    /// True where the peer did not work: no connection, no answer, a server's error. An answer that means nothing may be due to the one
    /// message that it answers, so it does not count against the peer.
    /// </summary>
    public bool IsFailure { get; init; }

    /// <summary>The peer answered something that settles nothing.</summary>
    public static Reply Unclear(string why) => new(ReplyKind.Unclear, why);

    public static Reply Refused(string why) => new(ReplyKind.Refused, why);

    public static Reply NotSent(string why) => new(ReplyKind.NotSent, why);
}
