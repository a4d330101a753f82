using System.Security.Cryptography.X509Certificates;

namespace BorrowingWorkflow.AspNetCore.Authentication;

/// <summary>What a peer shows to prove who it is: an API key, a user name with a password, or a client certificate. Immutable; says nothing of secrets.</summary>
public sealed class PeerProof
{
    private PeerProof(string kind) => Kind = kind;

    /// <summary>The kind of proof, for the log: <c>API key</c>, <c>password</c> or <c>certificate</c>.</summary>
    public string Kind { get; }

    /// <summary>The API key; null where it is another kind of proof.</summary>
    public string? ApiKey { get; private init; }

    /// <summary>The user name; null where it is another kind of proof.</summary>
    public string? UserName { get; private init; }

    /// <summary>The password; null where it is another kind of proof.</summary>
    public string? Password { get; private init; }

    /// <summary>The certificate, whose private key the peer has proved to have, and which is in its period of validity; null where it is another kind of proof.</summary>
    public X509Certificate2? Certificate { get; private init; }

    /// <summary>An API key.</summary>
    public static PeerProof OfApiKey(string apiKey) => new("API key") { ApiKey = apiKey };

    /// <summary>A user name with its password.</summary>
    public static PeerProof OfPassword(string userName, string password) => new("password") { UserName = userName, Password = password };

    /// <summary>A client certificate.</summary>
    public static PeerProof OfCertificate(X509Certificate2 certificate) => new("certificate") { Certificate = certificate };

    /// <summary>The kind of proof; no secret.</summary>
    public override string ToString() => Kind;
}
