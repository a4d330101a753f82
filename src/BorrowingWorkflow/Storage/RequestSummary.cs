using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>A request as a list shows it. Moments are in UTC.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Library">The borrowing library's code.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="EnteredAt">Since when.</param>
/// <param name="Traits">Facts about it.</param>
public readonly record struct RequestSummary(RequestId Id, string Library, BorrowingStatus Status, DateTimeOffset EnteredAt, RequestTraits Traits)
{
    /// <summary>The active entry's partner, or the last one's; null where there was none.</summary>
    public string? Partner { get; init; }

    /// <summary>Whom it is assigned to; null for nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Where the patron picks it up; null for the resource sharing library itself, and after a purge.</summary>
    public string? Pickup { get; init; }

    /// <summary>The patron's due date, else the lender's; null where there is none.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>When the hold expires; null where there is none.</summary>
    public DateTimeOffset? HoldExpiresAt { get; init; }

    /// <summary>When the oldest active note was added; null where none is active.</summary>
    public DateTimeOffset? OldestNoteAt { get; init; }

    /// <summary>When the oldest active general message came; null where none is active.</summary>
    public DateTimeOffset? OldestMessageAt { get; init; }

    /// <summary>The earliest deadline; null where none is armed.</summary>
    public DateTimeOffset? NextDeadline { get; init; }

    /// <summary>True where the request is open, or closed with something active on it: what daily lists look through.</summary>
    public bool IsWatched => IsWatchedWith(Traits);

    /// <summary>The summary that follows from a snapshot. Stores keep it beside the body.</summary>
    public static RequestSummary Of(BorrowingRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(request.Id, request.Library, request.Status, request.EnteredAt, request.Traits)
        {
            Partner = request.Active?.Partner ?? (request.LastEntry is { } index ? request.Rota[index].Partner : null),
            Assignee = request.Assignee,
            Pickup = request.Pickup,
            DueDate = request.DueDate,
            HoldExpiresAt = request.HoldExpiresAt,
            OldestNoteAt = request.Notes.FirstOrDefault(note => note.IsActive)?.At,
            NextDeadline = request.NextDeadline,
            OldestMessageAt = request.Messages.FirstOrDefault(message => message.IsActive)?.At,
        };
    }

    internal static bool IsWatchedWith(RequestTraits traits) =>
        (traits & (RequestTraits.Final | RequestTraits.ActiveNote | RequestTraits.ActiveMessage)) != RequestTraits.Final;
}
