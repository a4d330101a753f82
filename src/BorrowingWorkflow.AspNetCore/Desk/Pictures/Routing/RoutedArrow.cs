namespace BorrowingWorkflow.AspNetCore.Desk.Pictures.Routing;

/// <summary>An arrow with its line.</summary>
/// <param name="Arrow">The arrow.</param>
/// <param name="Points">The line's corners, from the border of the one box to the border of the other; all its parts are level or upright.</param>
internal sealed record RoutedArrow(DiagramArrow Arrow, IReadOnlyList<Point> Points);
