using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Machine.Diagrams;

/// <summary>
/// What the pictures show. An arrow that would run from every status of a box runs from the box instead; what keeps the status is left out.
/// </summary>
internal sealed record Diagram(IReadOnlyList<Box> Boxes, IReadOnlyList<Arrow> Arrows)
{
    private const string Start = "NewRequest";
    private const string Open = "AnyOpen";
    private const string Imported = "ImportedStatus";

    /// <summary>The nodes that are no statuses, with what they are called.</summary>
    public IEnumerable<(string Name, string Label)> Others { get; } =
    [
        (Start, "no request yet"), (Imported, "the imported status"), (Open, "every status that is not final"),
        .. Enum.GetValues<Memory>().Where(memory => memory != Memory.None).Select(memory => (Remembered(memory), RememberedLabel(memory))),
    ];

    public static Diagram Of(TransitionTable table)
    {
        CompiledTransition[] moves = [.. table.Compiled.Where(row => row.Row.To.Kind != TargetKind.AsFrom && (row.NamesNoStatus || row.To != row.From))];
        var named = moves.Where(row => !row.NamesNoStatus)
            .GroupBy(row => (row.To, row.Trigger))
            .SelectMany(group => Sources([.. group.Select(row => row.From)], group.Key.To)
                .Select(source => (From: source, To: group.Key.To.ToString(), group.Key.Trigger)))
            .GroupBy(move => (move.From, move.To))
            .Select(group => new Arrow(group.Key.From, group.Key.To, [.. group.Select(move => move.Trigger).Order().Select(trigger => trigger.ToString())]));
        var remembered = moves.Where(row => row.NamesNoStatus)
            .Select(row => new Arrow(Name(row.From), row.Restores == Memory.None ? Imported : Remembered(row.Restores), [row.Trigger.ToString()]) { Dashed = true });
        var referred = table.Rows.Where(row => row.To.Kind == TargetKind.AsFrom).SelectMany(row => row.From
            .Select(from => new Arrow(Name(from), Name(row.To.Status), ["a partner's answer:", "as from there"]) { Dashed = true }));
        return new(Box.All, [.. named, .. remembered, .. referred]);
    }

    /// <summary>What a remembered status is called.</summary>
    public static string RememberedLabel(Memory memory) => memory switch
    {
        Memory.Cancel => "the status before the cancellation",
        Memory.Return => "the status before the return",
        _ => "the status before the close",
    };

    private static string Remembered(Memory memory) => $"Before{memory}";

    private static string Name(BorrowingStatus status) => status == BorrowingStatus.None ? Start : status.ToString();

    private static IEnumerable<string> Sources(StatusSet from, BorrowingStatus to)
    {
        if ((StatusGroups.NotFinal - from).Count == 0)
        {
            from -= StatusGroups.NotFinal;
            yield return Open;
        }

        foreach (var box in Box.All)
        {
            var others = box.Statuses - [to];
            if (others.Count > 1 && (others - from).Count == 0)
            {
                from -= others;
                yield return others == box.Statuses ? box.Name : box.Others;
            }
        }

        foreach (var status in from)
        {
            yield return Name(status);
        }
    }
}
