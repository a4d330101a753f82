using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>Says to a person why a trigger can't be fired, and which can.</summary>
internal static class Refusal
{
    public static Ruling Of(Decision decision, CompiledTransition? clause, string? reason)
    {
        var (request, input) = (decision.Request, decision.Input);
        var cell = decision.Context.Table.Cell(request.Status, decision.Trigger).ToArray();
        var open = cell.Where(candidate => (candidate.Actors & input.By.AsSet()) != 0).ToArray();
        reason ??= clause is not null
            ? $"{decision.Trigger} has nothing to go back to."
            : open.Length > 0
                ? $"{decision.Trigger} needs: {string.Join("; or ", open.Select(candidate => candidate.When.ToString()).Distinct())}."
                : cell.Length > 0
                    ? $"{decision.Trigger} in {request.Status.Label()} is not for {input.By}."
                    : $"{decision.Trigger} is not possible in {request.Status.Label()}.";
        return new(Verdict.Refused)
        {
            Clause = clause?.Clause ?? open.FirstOrDefault()?.Clause ?? cell.FirstOrDefault()?.Clause,
            Reason = reason,
            Permitted = [.. Decider.Permitted(decision, input.By)],
        };
    }
}
