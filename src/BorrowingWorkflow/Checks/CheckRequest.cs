using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Checks;

/// <summary>What a run of checks is asked.</summary>
public sealed record CheckRequest
{
    /// <summary>The checks to count, in the order of the report.</summary>
    /// <value><see cref="CheckPresets.Csu"/>.</value>
    public IReadOnlyList<CheckPolicy> Policies { get; init; } = CheckPresets.Csu;

    /// <summary>Only the checks of this cadence.</summary>
    /// <value>All of them.</value>
    public CheckCadence? Cadence { get; init; }

    /// <summary>The moment of the check, in UTC.</summary>
    /// <value>The clock's now.</value>
    public DateTimeOffset? Now { get; init; }

    /// <summary>Only the requests of this library, by its code; runs recorded for it, or for all, count as the last run.</summary>
    /// <value>All libraries; only runs that were recorded for all count.</value>
    public string? Library { get; init; }

    /// <summary>Only the requests with this partner, by its code.</summary>
    /// <value>Any.</value>
    public string? Partner { get; init; }

    /// <summary>Only the requests that are assigned to this member of staff.</summary>
    /// <value>Anybody or nobody.</value>
    public string? Assignee { get; init; }

    /// <summary>How many requests of each list the report names, from the top of the list. <see cref="int.MaxValue"/> names all.</summary>
    /// <value>None: the report only counts.</value>
    public int Members { get; init; }

    /// <summary>
    /// How far lists are counted that are read by index, as that of the completed requests is; a list that is longer has this count. At least 1.
    /// Lists of what is open, or has an active note or message, are counted in one pass whatever their length, and always to their end.
    /// </summary>
    /// <value><see cref="int.MaxValue"/>: to the end.</value>
    public int CountAtMost { get; init; } = int.MaxValue;

    /// <summary>The query as this run asks it; null where it contradicts the policy's own.</summary>
    internal RequestQuery? Narrow(RequestQuery query, RequestOrder order) =>
        Contradicts(query.Library, Library) || Contradicts(query.Partner, Partner) || Contradicts(query.Assignee, Assignee)
            ? null
            : query with
            {
                Library = Library ?? query.Library,
                Partner = Partner ?? query.Partner,
                Assignee = Assignee ?? query.Assignee,
                Order = order,
            };

    private static bool Contradicts(string? one, string? other) => one is not null && other is not null && one != other;
}
