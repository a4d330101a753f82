using System.Security.Cryptography.X509Certificates;

namespace BorrowingWorkflow.Iso18626.Peers;

/// <summary>What a message to a peer carries so that the peer knows who sent it. Several may be given; all are used.</summary>
public sealed record PeerCredentials
{
    /// <summary>None.</summary>
    public static PeerCredentials None { get; } = new();

    /// <summary>The name of the header that carries <see cref="ApiKey"/>.</summary>
    /// <value><c>X-Api-Key</c>.</value>
    public string ApiKeyHeader { get; init; } = "X-Api-Key";

    /// <summary>A secret that goes along in a header; null for none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The user name of HTTP basic authentication; null for none.</summary>
    public string? UserName { get; init; }

    /// <summary>The password that goes with <see cref="UserName"/>.</summary>
    public string? Password { get; init; }

    /// <summary>A certificate with its private key that this side shows in the TLS handshake; null for none. The host disposes of it.</summary>
    public X509Certificate2? ClientCertificate { get; init; }

    /// <summary>Says which kinds there are, and no secret.</summary>
    public override string ToString() =>
        $"{(ApiKey is null ? "" : "api-key ")}{(UserName is null ? "" : "basic ")}{(ClientCertificate is null ? "" : "certificate")}".TrimEnd();
}
