using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Desk.Parts;

/// <summary>The colour of a phase.</summary>
internal static class PhaseClass
{
    public static string Of(RequestPhase phase) => $"p-{phase.ToString().ToLowerInvariant()}";
}
