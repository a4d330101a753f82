namespace BorrowingWorkflow.Machine;

/// <summary>What kinds of triggers there are.</summary>
public static class TriggerExtensions
{
    private static readonly TriggerSet Partners = [.. Enum.GetValues<Trigger>().Where(trigger => trigger.ToString().StartsWith("Partner", StringComparison.Ordinal))];

    /// <summary>True of what a partner says of the request (the Partner… triggers); such an input names the partner, whoever records it.</summary>
    public static bool IsAboutPartner(this Trigger trigger) => Partners.Contains(trigger);

    /// <summary>True of what makes a request: Submit, SaveDraft, Import.</summary>
    public static bool IsCreating(this Trigger trigger) => trigger is Trigger.Submit or Trigger.SaveDraft or Trigger.Import;
}
