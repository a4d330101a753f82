namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>
/// The authorization policies that the desk asks for. A host maps each with <c>AddAuthorization(o => o.AddPolicy(DeskPolicies.View, …))</c>;
/// for one that it does not map, only callers on the same machine are let in.
/// </summary>
public static class DeskPolicies
{
    /// <summary>May look at lists, requests and pictures, but at nothing about a patron.</summary>
    public const string View = "BorrowingDesk.View";

    /// <summary>May move requests, answer messages, tick off checks and dismiss findings, and sees who the patron is.</summary>
    public const string Work = "BorrowingDesk.Work";

    /// <summary>May change many requests at once and take lists out as a file.</summary>
    public const string Administer = "BorrowingDesk.Administer";
}
