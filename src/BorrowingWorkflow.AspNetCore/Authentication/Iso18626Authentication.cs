namespace BorrowingWorkflow.AspNetCore.Authentication;

/// <summary>The names that authentication of peers goes by.</summary>
public static class Iso18626Authentication
{
    /// <summary>The scheme that <c>AddIso18626Authentication</c> adds.</summary>
    public const string Scheme = "Iso18626";

    /// <summary>The type of the claims that hold the codes of the partners that a peer may speak for.</summary>
    public const string PartnerClaim = "borrowing_partner";
}
