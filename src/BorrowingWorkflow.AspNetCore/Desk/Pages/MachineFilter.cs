using BorrowingWorkflow.AspNetCore.Desk.Pictures;
using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>Which clauses the machine page lists. Every condition that is given must hold.</summary>
/// <param name="Status">The status that they apply in or lead to; null for any.</param>
/// <param name="Trigger">What happens; null for anything.</param>
/// <param name="Actor">Who may do it; null for anybody.</param>
/// <param name="Text">Words that all occur in the clause as it is shown, whatever their case; null for none.</param>
internal sealed record MachineFilter(BorrowingStatus? Status, Trigger? Trigger, Actor? Actor, string? Text)
{
    private const int LongestText = 200;

    /// <summary>Reads the filter from the page's address; what is no status, trigger or actor counts as not given.</summary>
    public static MachineFilter Of(DeskCall desk) => new(
        Named.Read<BorrowingStatus>(desk.Query("status")) is { } status and not BorrowingStatus.None ? status : null,
        Named.Read<Trigger>(desk.Query("trigger")),
        Named.Read<Actor>(desk.Query("actor")),
        desk.Query("text") is { } text ? text[..Math.Min(text.Length, LongestText)] : null);

    /// <summary>The clauses that fit, in the table's order.</summary>
    public IReadOnlyList<Transition> Apply(DeskTexts t) => [.. BorrowingMachine.Transitions.Where(clause => Fits(t, clause))];

    private bool Fits(DeskTexts t, Transition clause) =>
        (Status is not { } status || clause.From.Contains(status) || TableMove.All.Any(move => move.Clause == clause.Clause && move.To == status))
        && (Trigger is not { } trigger || clause.Triggers.Contains(trigger))
        && (Actor is not { } actor || clause.Actors.HasFlag(actor.AsSet()))
        && (Text is null || IsIn(ClauseWords.All(t, clause)));

    private bool IsIn(string words) => Text!.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .All(word => words.Contains(word, StringComparison.CurrentCultureIgnoreCase));
}
