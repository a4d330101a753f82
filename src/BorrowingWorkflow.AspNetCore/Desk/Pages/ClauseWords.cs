using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>A clause in the reader's words, as far as it is made of names; conditions and effects are the specification's.</summary>
internal static class ClauseWords
{
    public static string Statuses(DeskTexts t, StatusSet statuses) => string.Join(", ", statuses.Select(status => Status(t, status)));

    public static string Triggers(DeskTexts t, TriggerSet triggers) => string.Join(", ", triggers.Select(t.Trigger));

    public static string Who(DeskTexts t, Actors actors) =>
        string.Join(", ", Enum.GetValues<Actor>().Where(actor => actors.HasFlag(actor.AsSet())).Select(t.Actor));

    public static string LeadsTo(DeskTexts t, Transition clause) => clause.To.Kind switch
    {
        TargetKind.Stay => t["machine.stays"],
        TargetKind.Memory => Remembered(t, clause.To.Memory),
        TargetKind.Imported => t["machine.imported"],
        TargetKind.AsFrom => t["machine.as-from", t.Status(clause.To.Status)],
        TargetKind.AsOn => t["machine.as-on", t.Trigger(clause.To.Trigger)],
        _ => t.Status(clause.To.Status),
    };

    public static string Remembered(DeskTexts t, Memory memory) => t[$"machine.before.{memory}"];

    public static string Status(DeskTexts t, BorrowingStatus status) => status == BorrowingStatus.None ? t["machine.start"] : t.Status(status);

    /// <summary>Everything that a clause says, to search in: its names too, as the specification writes them.</summary>
    public static string All(DeskTexts t, Transition clause) => string.Join(
        '\n', clause.Clause, Statuses(t, clause.From), clause.From, Triggers(t, clause.Triggers), clause.Triggers, Who(t, clause.Actors),
        clause.Guard, LeadsTo(t, clause), clause.Target, clause.Effects);
}
