namespace BorrowingWorkflow.Iso18626.Messages;

/// <summary>The account that a requesting agency uses (<c>requestingAgencyAuthentication</c>). Secret.</summary>
public sealed record RequestingAgencyAuthentication
{
    /// <summary>Says nothing about the account, so that no log can.</summary>
    public override string ToString() => "(withheld)";

    /// <summary>The account.</summary>
    public string? AccountId { get; init; }

    /// <summary>The password.</summary>
    public string? SecurityCode { get; init; }
}
