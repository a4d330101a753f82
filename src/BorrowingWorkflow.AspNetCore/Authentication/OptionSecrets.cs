using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.AspNetCore.Authentication;

/// <summary>Recognises peers by the secrets in the options.</summary>
internal sealed class OptionSecrets(IOptionsMonitor<Iso18626AuthenticationOptions> options) : IPeerSecrets
{
    // Of this process alone, so that nobody can compute digests beforehand.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public ValueTask<IReadOnlyCollection<string>> PartnersOfAsync(PeerProof proof, CancellationToken cancellationToken = default)
    {
        var shown = Digest(proof switch
        {
            { ApiKey: { } key } => key,
            { UserName: { } user, Password: { } password } => $"{user}:{password}",
            { Certificate: { } certificate } => certificate.GetCertHashString(HashAlgorithmName.SHA256),
            _ => "",
        });
        IReadOnlyCollection<string> partners = [];

        // All are compared, and each by a digest of one length: the time tells neither which one fits nor how much of it.
        foreach (var secret in options.Get(Iso18626Authentication.Scheme).Secrets)
        {
            var wanted = proof switch
            {
                { ApiKey: not null } => secret.ApiKey,
                { UserName: not null } => secret.UserName is null ? null : $"{secret.UserName}:{secret.Password}",
                { Certificate: not null } => secret.Thumbprint,
                _ => null,
            };
            if (CryptographicOperations.FixedTimeEquals(shown, Digest(wanted ?? "")) && wanted is not null)
            {
                // A broker may have a secret for each of its partners, and they may be the same.
                partners = [.. partners.Union(secret.Partners, StringComparer.Ordinal)];
            }
        }

        return new(partners);
    }

    private byte[] Digest(string text) => HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
}
