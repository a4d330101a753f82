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

    /// <summary>True where the peer did not work as it should.</summary>
    public bool IsFailure => Kind is ReplyKind.NotSent or ReplyKind.Unclear;

    public static Reply Unclear(string why) => new(ReplyKind.Unclear, why);

    public static Reply Refused(string why) => new(ReplyKind.Refused, why);

    public static Reply NotSent(string why) => new(ReplyKind.NotSent, why);
}
