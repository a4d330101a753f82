using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.AspNetCore.Desk.Pictures;

/// <summary>The state diagram with the way that a request went, where it stands, and where staff can lead it from there.</summary>
internal static class WayDiagram
{
    private const int MostNumbers = 4;

    // The facts that tell one destination from another and can be read off the request.
    private const GuardFacts Known =
        GuardFacts.AnotherPending | GuardFacts.ConditionStands | GuardFacts.RetryStands | GuardFacts.ContinuesRota | GuardFacts.PatronBegan;

    /// <summary>Draws the way.</summary>
    /// <param name="t">The words.</param>
    /// <param name="time">How moments are shown.</param>
    /// <param name="request">The request as it stands.</param>
    /// <param name="history">Its history, oldest first.</param>
    /// <param name="permitted">What staff may do now.</param>
    /// <param name="href">Where the box of a status leads that the request was in or can be led to.</param>
    public static DiagramModel Of(
        DeskTexts t, DeskTime time, BorrowingRequest request, IReadOnlyList<HistoryEvent> history, TriggerSet permitted, Func<BorrowingStatus, string?> href)
    {
        HistoryEvent[] steps = [.. history.Where(entry => entry.Verdict == Verdict.Applied && entry.From != entry.To)];
        StatusSet visited = [.. steps.SelectMany(step => new[] { step.From, step.To })];
        var next = NextOf(request, permitted);
        var arrows = steps.Index().GroupBy(step => (step.Item.From, step.Item.To)).Select(group => new DiagramArrow(group.Key.From, group.Key.To, $"{group.Key}")
        {
            Class = group.Last().Index == steps.Length - 1 ? "way last" : "way",
            Badge = Numbers([.. group.Select(step => step.Index + 1)]),
            Lines = [.. group.Select(step => t["way.step", step.Index + 1, time.Moment(step.Item.At), t.Trigger(step.Item.Trigger), step.Item.Clause])],
        });
        return DiagramDrawing.Draw(
            t, "way", t["way.title", request.Id], t["way.description", steps.Length, t.Status(request.Status)], [.. arrows],
            status => (
                Look(status),
                TitleOf(t, status, request.Status, visited, next),
                status == BorrowingStatus.None || Look(status) == "faint" ? null : href(status)));

        string Look(BorrowingStatus status) =>
            status == request.Status ? "current" : visited.Contains(status) ? "visited" : next.Contains(status) ? "next" : "faint";
    }

    /// <summary>Where what staff may do now leads, as far as that does not depend on what it brings along.</summary>
    public static StatusSet NextOf(BorrowingRequest request, TriggerSet permitted)
    {
        var facts = FactsOf(request);
        return
        [
            .. TableMove.All
                .Where(move => move.From == request.Status && permitted.Contains(move.Trigger) && (move.Actors & Actors.Staff) != 0 && Fits(move.When, facts))
                .Where(move => Remembered(request, move.Restores) is not { } remembered || move.To == remembered)
                .Select(move => move.To),
        ];
    }

    // What is not known here counts as possible; the triggers are permitted ones anyway.
    private static bool Fits(Guard when, GuardFacts facts) => (when.Required & Known & ~facts) == 0 && (when.Forbidden & facts) == 0;

    private static GuardFacts FactsOf(BorrowingRequest request) =>
        If(request.Rota.Any(entry => entry.State == EntryState.Pending), GuardFacts.AnotherPending)
        | If(request.Condition is { IsRetry: false }, GuardFacts.ConditionStands)
        | If(request.Condition is { IsRetry: true }, GuardFacts.RetryStands)
        | If(request.BeforeCancel is { ContinuesRota: true }, GuardFacts.ContinuesRota)
        | If(request.BeforeCancel is { Initiator: Actor.Patron }, GuardFacts.PatronBegan);

    private static GuardFacts If(bool holds, GuardFacts fact) => holds ? fact : GuardFacts.None;

    private static BorrowingStatus? Remembered(BorrowingRequest request, Memory memory) => memory switch
    {
        Memory.Cancel => request.BeforeCancel?.Status,
        Memory.Return => request.BeforeReturn?.Status,
        Memory.Close => request.BeforeClose?.Status,
        _ => null,
    };

    private static string TitleOf(DeskTexts t, BorrowingStatus status, BorrowingStatus current, StatusSet visited, StatusSet next)
    {
        if (status == BorrowingStatus.None)
        {
            return t["machine.start"];
        }

        var name = t.Status(status);
        return status == current ? t["way.current", name] : visited.Contains(status) ? t["way.visited", name] : next.Contains(status) ? t["way.next", name] : name;
    }

    private static string Numbers(IReadOnlyList<int> numbers) =>
        string.Join('·', numbers.Count <= MostNumbers ? numbers : numbers.Take(MostNumbers - 1)) + (numbers.Count > MostNumbers ? $"…{numbers[^1]}" : "");
}
