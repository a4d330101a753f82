namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>That a partner was asked for a request, and what came of it. Moments are in UTC.</summary>
internal sealed class Ask(string? partner, DateTimeOffset at)
{
    /// <summary>The partner's code; null where the history does not name it.</summary>
    public string? Partner { get; set; } = partner;

    /// <summary>When it was first known to have been asked.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>When the send was confirmed; null where that only followed from an answer.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it shipped; null where it did not, or did not say so.</summary>
    public DateTimeOffset? ShippedAt { get; set; }

    /// <summary>When the item, or the file, was received.</summary>
    public DateTimeOffset? ReceivedAt { get; set; }

    /// <summary>True where it supplied.</summary>
    public bool IsSupplied { get; set; }

    /// <summary>True where nothing more is awaited from it.</summary>
    public bool IsSettled { get; set; }
}
