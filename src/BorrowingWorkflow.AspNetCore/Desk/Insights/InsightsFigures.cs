namespace BorrowingWorkflow.AspNetCore.Desk.Insights;

/// <summary>What became of the requests in a period, in figures. Immutable; moments are in UTC.</summary>
internal sealed record InsightsFigures
{
    /// <summary>Since when: what happened after this moment counts. Later than the period's beginning where <see cref="IsBounded"/>.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Until when: the moment at which the figures were asked for. What happened at it counts.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>How many requests moved in that time.</summary>
    public required int Moved { get; init; }

    /// <summary>
    /// True where more requests moved in the period than are looked at. The figures then begin when the last of those that are looked at
    /// moved, so that they are complete from there on.
    /// </summary>
    public required bool IsBounded { get; init; }

    /// <summary>How many requests stood in each phase, at equal distances from <see cref="From"/> to <see cref="Until"/>.</summary>
    public required IReadOnlyList<PhaseMoment> Phases { get; init; }

    /// <summary>How long requests stayed in each status that is not final; in the order of the specification, those without a stay left out.</summary>
    public required IReadOnlyList<StayFigures> Stays { get; init; }

    /// <summary>What each partner did, the one asked most first.</summary>
    public required IReadOnlyList<PartnerFigures> Partners { get; init; }

    /// <summary>How far the requests came that were submitted in that time.</summary>
    public required RotaFunnel Funnel { get; init; }
}
