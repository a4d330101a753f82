using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>Finds malformed inputs before anything is decided: what a sender's programmer has to mend.</summary>
internal static class InputCheck
{
    private const int LongestMessageId = 400;

    // Deadlines are counted from it, and have to stay within what a date can say.
    private const int LatestYear = 8999;

    /// <exception cref="ArgumentException">The input is malformed.</exception>
    public static void Ensure(WorkflowInput input)
    {
        if (Fault(input) is { } fault)
        {
            throw new ArgumentException(fault, nameof(input));
        }
    }

    /// <summary>What is wrong with the input, in a sentence; null where nothing is.</summary>
    public static string? Fault(WorkflowInput input)
    {
        if (input.Request.Value.Length == 0)
        {
            return "An input names its request.";
        }

        if (!Enum.IsDefined(input.Trigger) || input.AndThen is { } then && !Enum.IsDefined(then) || !Enum.IsDefined(input.By))
        {
            return "Trigger and actor are members of their enumerations.";
        }

        if (input.MessageId is not { Length: > 0 and <= LongestMessageId })
        {
            return $"A message id has 1 to {LongestMessageId} characters.";
        }

        if (string.IsNullOrEmpty(input.Partner) && (input.By == Actor.Partner || input.Trigger.IsAboutPartner() || input.AndThen?.IsAboutPartner() == true))
        {
            return $"{input.Trigger} by {input.By} names the partner.";
        }

        if (input.AndThen is not null && (input.Trigger.IsCreating() || input.AndThen.Value.IsCreating()))
        {
            return "What makes a request comes alone.";
        }

        if (input.IfRevision < 1)
        {
            return "A revision is at least 1.";
        }

        if (HoldsNull(input.Data.Partners) || HoldsNull(input.Data.Why) || HoldsNull(input.Data.Volumes) || HoldsNull(input.Data.Order))
        {
            return "A list of partners, reasons or volumes holds no null.";
        }

        return null;
    }

    /// <summary>What is wrong with an input that is to make a request, in a sentence; null where nothing is.</summary>
    public static string? CreationFault(WorkflowInput input) => input.Trigger switch
    {
        Trigger.Import when input.Data.Status is null or BorrowingStatus.None or BorrowingStatus.Deleted || !Enum.IsDefined(input.Data.Status.Value) =>
            "An import names the status that the request has: any but Deleted.",
        Trigger.Import when input.Data.EnteredAt?.Year > LatestYear => $"An import's status was entered before the year {LatestYear + 1}.",
        Trigger.Import when input.By != Actor.System => "Import is for the system.",
        Trigger.Submit when input.By is not (Actor.Patron or Actor.Staff) => "Submit is for patron and staff.",
        Trigger.SaveDraft when input.By != Actor.Staff => "SaveDraft is for staff.",
        _ => null,
    };

    private static bool HoldsNull(IReadOnlyList<string>? list) => list?.Contains(null!) == true;
}
