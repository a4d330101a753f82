namespace BorrowingWorkflow.AspNetCore.Authentication;

/// <summary>By what a peer is recognised. Several proofs may be set; each of them is enough. Immutable; says nothing of secrets in <see cref="ToString"/>.</summary>
/// <param name="partners">The codes of the partners that it may speak for: one, or several for a broker.</param>
public sealed class PeerSecret(params string[] partners)
{
    // SHA-256 in hexadecimal digits.
    private const int ThumbprintLength = 64;

    /// <summary>The codes of the partners that the peer may speak for.</summary>
    public IReadOnlyList<string> Partners { get; } = [.. partners];

    /// <summary>The API key that it sends in a header; null for none. Make it of at least 128 random bits.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The user name that it sends by HTTP basic authentication; null for none.</summary>
    public string? UserName { get; init; }

    /// <summary>The password that goes with <see cref="UserName"/>.</summary>
    public string? Password { get; init; }

    /// <summary>The SHA-256 thumbprint of the client certificate that it shows, in hexadecimal digits, with or without colons; null for none.</summary>
    public string? CertificateThumbprint { get; init; }

    /// <summary>What is wrong with it, as the rest of a sentence; null where nothing is.</summary>
    internal string? Fault =>
        Partners.Count == 0 || Partners.Any(string.IsNullOrWhiteSpace) ? "names no partner. Give it the partner's code."
        : ApiKey is { Length: 0 } || Password is { Length: 0 } ? "is empty. Set it, or leave it null."
        : UserName is null != Password is null ? "has a user name or a password, but not both. Set both."
        : UserName?.Contains(':', StringComparison.Ordinal) == true ? "has a user name with a colon, which HTTP does not allow. Take another."
        : ApiKey is null && UserName is null && CertificateThumbprint is null ? "has neither API key nor password nor certificate. Set one."
        : Thumbprint is { } thumbprint && (thumbprint.Length != ThumbprintLength || !thumbprint.All(char.IsAsciiHexDigit))
            ? "has a thumbprint that is no SHA-256 in hexadecimal digits. Take it from the certificate."
        : null;

    /// <summary>The thumbprint in capitals and without colons.</summary>
    internal string? Thumbprint =>
        CertificateThumbprint?.Replace(":", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    /// <summary>The partners' codes.</summary>
    public override string ToString() => string.Join(", ", Partners);
}
