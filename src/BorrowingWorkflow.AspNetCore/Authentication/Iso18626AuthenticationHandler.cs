using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using BorrowingWorkflow.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.AspNetCore.Authentication;

/// <summary>Authenticates a peer by API key, password or client certificate. What it shows has to be right, all of it; a strange certificate alone is no proof and no fault.</summary>
internal sealed class Iso18626AuthenticationHandler(
    IOptionsMonitor<Iso18626AuthenticationOptions> options, ILoggerFactory logger, UrlEncoder encoder, IPeerSecrets secrets)
    : AuthenticationHandler<Iso18626AuthenticationOptions>(options, logger, encoder)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        IReadOnlyCollection<string>? partners = null;
        foreach (var (kind, proof, problem) in Shown())
        {
            if (proof is null)
            {
                return Failed(kind, problem);
            }

            var found = await secrets.PartnersOfAsync(proof, Context.RequestAborted).ConfigureAwait(false);
            if (found.Count == 0)
            {
                return Failed(kind, "it is not known");
            }

            // Who shows several proofs may speak for those only whom all of them are for.
            partners = partners is null ? found : [.. partners.Intersect(found, StringComparer.Ordinal)];
        }

        if (await ByCertificateAsync().ConfigureAwait(false) is { Count: > 0 } certified)
        {
            partners = partners is null ? certified : [.. partners.Intersect(certified, StringComparer.Ordinal)];
        }

        return partners switch
        {
            null => AuthenticateResult.NoResult(),
            { Count: 0 } => Failed("proofs", "they are of different partners"),
            _ => AuthenticateResult.Success(TicketOf(partners)),
        };
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = new([
            $"Basic realm=\"{Options.Realm}\", charset=\"UTF-8\"",
            $"ApiKey realm=\"{Options.Realm}\", header=\"{Options.ApiKeyHeader}\"",
        ]);
        return Task.CompletedTask;
    }

    private IEnumerable<(string Kind, PeerProof? Proof, string Problem)> Shown()
    {
        var keys = Request.Headers[Options.ApiKeyHeader];
        if (keys.Count > 0)
        {
            yield return keys is [{ Length: > 0 } key]
                ? ("API key", PeerProof.OfApiKey(key), "")
                : ("API key", null, "the header is empty or there several times");
        }

        var authorization = Request.Headers.Authorization;
        if (authorization.Count > 1)
        {
            yield return ("password", null, "the header is there several times");
        }
        else if (AuthenticationHeaderValue.TryParse(authorization, out var header) && header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            yield return ("password", Password(header.Parameter), "the header can't be read");
        }
    }

    private async ValueTask<IReadOnlyCollection<string>> ByCertificateAsync()
    {
        var certificate = await Context.Connection.GetClientCertificateAsync(Context.RequestAborted).ConfigureAwait(false);
        if (certificate is null)
        {
            return [];
        }

        var now = TimeProvider.GetUtcNow();
        if (now < new DateTimeOffset(certificate.NotBefore.ToUniversalTime()) || now > new DateTimeOffset(certificate.NotAfter.ToUniversalTime()))
        {
            Logger.NotAuthenticated("certificate", "it is not in its period of validity");
            return [];
        }

        return await secrets.PartnersOfAsync(PeerProof.OfCertificate(certificate), Context.RequestAborted).ConfigureAwait(false);
    }

    private static PeerProof? Password(string? parameter)
    {
        try
        {
            var pair = Utf8.GetString(Convert.FromBase64String(parameter ?? ""));
            return pair.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? PeerProof.OfPassword(pair[..colon], pair[(colon + 1)..]) : null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private AuthenticateResult Failed(string kind, string why)
    {
        Logger.NotAuthenticated(kind, why);
        return AuthenticateResult.Fail($"{kind}: {why}");
    }

    private AuthenticationTicket TicketOf(IEnumerable<string> partners) => new(
        new(new ClaimsIdentity(partners.Select(partner => new Claim(Iso18626Authentication.PartnerClaim, partner)), Scheme.Name)), Scheme.Name);
}
