namespace BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;

/// <summary>
/// Which way an arrow takes: straight, along one aisle, or along an aisle, down or up a shaft, and along another aisle. Aisles lie above the
/// rows and below the last one, shafts left of the columns and right of the last one; no box stands in them.
/// </summary>
/// <param name="Arrow">The arrow.</param>
/// <param name="Exit">The side of the first box that it leaves from.</param>
/// <param name="Entry">The side of the second box that it comes in at.</param>
internal sealed record Route(DiagramArrow Arrow, Side Exit, Side Entry)
{
    /// <summary>The aisle that it turns into first; null where it is straight.</summary>
    public int? FirstAisle { get; init; }

    /// <summary>The shaft; null where one aisle is enough.</summary>
    public int? Shaft { get; init; }

    /// <summary>The aisle that it comes in from; the first one where one is enough.</summary>
    public int? LastAisle { get; init; }

    public bool IsStraight => FirstAisle is null;
}
