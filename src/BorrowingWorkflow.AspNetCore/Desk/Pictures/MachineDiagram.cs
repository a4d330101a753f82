using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>The state diagram itself: what happens every day or, with a status chosen, everything that leads into it and out of it.</summary>
internal static class MachineDiagram
{
    /// <summary>Draws the machine.</summary>
    /// <param name="t">The words.</param>
    /// <param name="selected">The status chosen; null for none.</param>
    /// <param name="href">Where a status's box leads.</param>
    public static DiagramModel Of(DeskTexts t, BorrowingStatus? selected, Func<BorrowingStatus, string?> href)
    {
        var arrows = selected is { } status ? Around(t, status) : Everyday(t);
        StatusSet near = [.. arrows.SelectMany(arrow => new[] { arrow.From, arrow.To })];
        var (title, description) = selected is { } chosen
            ? (t["machine.around", t.Status(chosen)], t["machine.around.description"])
            : (t["machine.everyday"], t["machine.everyday.description"]);
        return DiagramDrawing.Draw(
            t, "machine", title, description, arrows,
            box => (
                box == selected ? "current" : near.Contains(box) ? "visited" : "faint",
                box == BorrowingStatus.None ? t["machine.start"] : t.Status(box),
                box == BorrowingStatus.None ? null : href(box)));
    }

    private static IReadOnlyList<DiagramArrow> Everyday(DeskTexts t) =>
    [
        .. EverydayWay.Moves.GroupBy(move => (move.From, move.To)).Select(group => new DiagramArrow(group.Key.From, group.Key.To, $"{group.Key}")
        {
            Class = "everyday",
            Badge = string.Join(", ", group.Select(move => t.Trigger(move.Trigger))),
            Lines = [.. group.Select(move => Line(t, move))],
        }),
    ];

    private static IReadOnlyList<DiagramArrow> Around(DeskTexts t, BorrowingStatus status) =>
    [
        .. Arrows(t, TableMove.All.Where(move => move.To == status), "in"),
        .. Arrows(t, TableMove.All.Where(move => move.From == status), "out"),
    ];

    private static IEnumerable<DiagramArrow> Arrows(DeskTexts t, IEnumerable<TableMove> moves, string direction) =>
        moves.GroupBy(move => (move.From, move.To)).Select(group => new DiagramArrow(group.Key.From, group.Key.To, direction)
        {
            Class = group.All(move => move.Restores != Memory.None) ? $"{direction} remembered" : direction,
            Lines = [.. group.Select(move => Line(t, move)).Distinct()],
        });

    private static string Line(DeskTexts t, TableMove move) =>
        t["machine.arrow", move.From == BorrowingStatus.None ? t["machine.start"] : t.Status(move.From), t.Status(move.To), t.Trigger(move.Trigger), move.Clause];
}
