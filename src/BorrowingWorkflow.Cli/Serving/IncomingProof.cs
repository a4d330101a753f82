namespace BorrowingWorkflow.Cli.Serving;

/// <summary>By what a partner that writes is recognised.</summary>
/// <param name="Partner">The partner's code.</param>
/// <param name="ApiKey">The key that it sends; null for none.</param>
/// <param name="UserName">The user name that it sends; null for none.</param>
/// <param name="Password">The password that goes with it.</param>
internal sealed record IncomingProof(string Partner, string? ApiKey, string? UserName, string? Password)
{
    /// <summary>The partner only; no secret.</summary>
    public override string ToString() => Partner;
}
