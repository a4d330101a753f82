using System.Net;
using System.Net.Security;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Encodings.Web;
using BorrowingWorkflow.AspNetCore.Authentication;
using BorrowingWorkflow.Requests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.AspNetCore.Tests;

public class AuthenticationTests
{
    [Theory]
    [InlineData]
    [InlineData("X-Api-Key", "another")]
    [InlineData("X-Api-Key", "")]
    [InlineData("X-Api-Key", "key-of-csun")]
    [InlineData("X-Api-Key", "key-of-CSUN ,key-of-CSUN")]
    [InlineData("X-Api-Key", "key-of-CSUN", "X-Api-Key", "key-of-CSUN")]
    [InlineData("Authorization", "Basic")]
    [InlineData("Authorization", "Basic !!!")]
    [InlineData("Authorization", "Basic bm9jb2xvbg==")]
    [InlineData("Authorization", "Bearer key-of-CSUN")]
    [InlineData("Authorization", "key-of-CSUN")]
    public async Task Who_proves_nothing_is_not_heard(params string[] headers)
    {
        await using var borrower = await Borrower.WithKeysAsync();

        var response = await borrower.PostAsync(Lender.Xml(Lender.Ships()), [.. headers.Chunk(2).Select(pair => (pair[0], pair[1]))]);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["Basic", "ApiKey"], response.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme));
        Assert.Equal(0, await borrower.MessagesAsync());
    }

    [Theory]
    [InlineData("csun", "pass:wörd", true)]
    [InlineData("csun", "pass", false)]
    [InlineData("csun:pass", "wörd", true)]
    [InlineData("CSUN", "pass:wörd", false)]
    [InlineData("", "pass:wörd", false)]
    [InlineData("csun", "", false)]
    public async Task A_password_is_a_proof(string user, string password, bool isRight)
    {
        await using var borrower = await Borrower.OpenAsync(authentication: options =>
            options.Secrets.Add(new("CSUN") { UserName = "csun", Password = "pass:wörd" }));

        var response = await borrower.PostAsync(Lender.Xml(Lender.Ships()), ("Authorization", Basic(user, password)));

        Assert.Equal(isRight ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_partner_cannot_speak_for_another()
    {
        await using var borrower = await Borrower.WithKeysAsync();

        var response = await borrower.PostAsAsync("CHICO", Lender.Xml(Lender.Ships("CSUN")));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("UnrecognisedDataValue", await response.ConfirmationAsync());
        Assert.Equal(BorrowingStatus.RequestSentToPartner, await borrower.StatusAsync());
    }

    [Fact]
    public async Task A_broker_speaks_for_each_of_its_partners()
    {
        await using var borrower = await Borrower.OpenAsync(authentication: options => options.Secrets.Add(new("SJSU", "CSUN") { ApiKey = "broker" }));

        Assert.Equal("OK", await (await borrower.PostAsync(Lender.Xml(Lender.Ships("CSUN")), ("X-Api-Key", "broker"))).ConfirmationAsync());
        Assert.Equal(
            "UnrecognisedDataValue",
            await (await borrower.PostAsync(Lender.Xml(Lender.Ships("CHICO")), ("X-Api-Key", "broker"))).ConfirmationAsync());
    }

    [Fact]
    public async Task A_broker_with_the_same_secret_for_each_partner_speaks_for_all_of_them()
    {
        await using var borrower = await Borrower.OpenAsync(authentication: options =>
        {
            options.Secrets.Add(new("CSUN") { ApiKey = "broker" });
            options.Secrets.Add(new("SJSU") { ApiKey = "broker" });
        });

        Assert.Equal("OK", await (await borrower.PostAsync(Lender.Xml(Lender.Ships("CSUN")), ("X-Api-Key", "broker"))).ConfirmationAsync());
    }

    [Fact]
    public async Task Who_shows_several_proofs_has_to_have_them_all_right()
    {
        await using var borrower = await Borrower.OpenAsync(authentication: options =>
        {
            options.ApiKeyHeader = "X-Lender";
            options.Secrets.Add(new("CSUN") { ApiKey = "k-1", UserName = "csun", Password = "p-1" });
            options.Secrets.Add(new("CHICO") { UserName = "chico", Password = "p-2" });
        });

        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync("k-1", "csun", "p-1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync("k-1", "csun", "p-2"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync("k-2", "csun", "p-1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync("k-1", "chico", "p-2"));

        async Task<HttpStatusCode> StatusOfAsync(string key, string user, string password) =>
            (await borrower.PostAsync(Lender.Xml(Lender.Ships()), ("X-Lender", key), ("Authorization", Basic(user, password)))).StatusCode;
    }

    [Fact]
    public async Task Anonymous_peers_are_heard_only_where_the_host_says_so()
    {
        await using var borrower = await Borrower.OpenAsync(map: endpoint => endpoint.AllowAnonymousPeers());

        Assert.Equal("OK", await (await borrower.PostAsync(Lender.Xml(Lender.Ships()))).ConfirmationAsync());
    }

    [Fact]
    public async Task A_host_that_forgets_authentication_lets_nobody_in()
    {
        await using var borrower = await Borrower.OpenAsync();

        var response = await borrower.PostAsync(Lender.Xml(Lender.Ships()));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(0, await borrower.MessagesAsync());
    }

    [Fact]
    public async Task A_hosts_own_scheme_counts_by_its_claims()
    {
        await using var borrower = await Borrower.OpenAsync(
            builder =>
            {
                builder.Services.AddAuthorization();
                builder.Services.AddAuthentication("own").AddScheme<AuthenticationSchemeOptions, OwnHandler>("own", null);
            },
            endpoint => endpoint.AuthenticateBy("own"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await borrower.PostAsync(Lender.Xml(Lender.Ships()))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await borrower.PostAsync(Lender.Xml(Lender.Ships()), ("Own", ""))).StatusCode);
        Assert.Equal("OK", await (await borrower.PostAsync(Lender.Xml(Lender.Ships()), ("Own", "CSUN"))).ConfirmationAsync());
    }

    [Fact]
    public async Task A_hosts_own_secrets_take_the_place_of_the_options()
    {
        await using var borrower = await Borrower.OpenAsync(
            builder => builder.Services.AddSingleton<IPeerSecrets, Vault>(),
            authentication: options => options.Secrets.Add(new("CSUN") { ApiKey = "in-the-options" }));

        Assert.Equal(HttpStatusCode.Unauthorized, (await borrower.PostAsync(Lender.Xml(Lender.Ships()), ("X-Api-Key", "in-the-options"))).StatusCode);
        Assert.Equal("OK", await (await borrower.PostAsync(Lender.Xml(Lender.Ships()), ("X-Api-Key", "in-the-vault"))).ConfirmationAsync());
    }

    [Fact]
    public async Task A_client_certificate_is_a_proof_while_it_is_valid()
    {
        using var right = Certificate("lender", Lender.Now.AddDays(-1), Lender.Now.AddYears(1));
        using var strange = Certificate("stranger", Lender.Now.AddDays(-1), Lender.Now.AddYears(1));
        using var old = Certificate("old", Lender.Now.AddYears(-2), Lender.Now.AddDays(-1));
        using var server = Certificate("localhost", Lender.Now.AddDays(-1), Lender.Now.AddYears(1));
        await using var borrower = await Borrower.OpenAsync(
            builder => builder.WebHost.UseUrls("https://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
            {
                https.ServerCertificate = server;
                https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
                https.AllowAnyClientCertificate();
            })),
            authentication: options =>
            {
                options.Secrets.Add(new("CSUN") { CertificateThumbprint = Thumbprint(right), ApiKey = "key" });
                options.Secrets.Add(new("CHICO") { CertificateThumbprint = Thumbprint(old).ToLowerInvariant() });
            });

        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(right, null));
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(right, "key"));
        Assert.Equal(HttpStatusCode.OK, await StatusOfAsync(strange, "key"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(right, "another"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(strange, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(old, null));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(null, null));

        async Task<HttpStatusCode> StatusOfAsync(X509Certificate2? certificate, string? key)
        {
            using var handler = new SocketsHttpHandler
            {
                SslOptions = new SslClientAuthenticationOptions
                {
                    RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == server.GetCertHashString(),
                    ClientCertificates = certificate is null ? [] : [certificate],
                },
            };
            using var client = new HttpClient(handler) { BaseAddress = borrower.Client.BaseAddress };
            using var request = new HttpRequestMessage(HttpMethod.Post, Borrower.Path) { Content = Lender.Xml(Lender.Ships()) };
            if (key is not null)
            {
                request.Headers.Add("X-Api-Key", key);
            }

            return (await client.SendAsync(request)).StatusCode;
        }
    }

    public static TheoryData<string, Action<Iso18626AuthenticationOptions>> Faults => new()
    {
        { "CSUN has neither", options => options.Secrets.Add(new("CSUN")) },
        { "CSUN has a user name or a password", options => options.Secrets.Add(new("CSUN") { UserName = "u" }) },
        { "CSUN has a user name with a colon", options => options.Secrets.Add(new("CSUN") { UserName = "u:v", Password = "secret" }) },
        { "CSUN is empty", options => options.Secrets.Add(new("CSUN") { ApiKey = "" }) },
        { "CSUN has a thumbprint", options => options.Secrets.Add(new("CSUN") { CertificateThumbprint = "secret" }) },
        { "names no partner", options => options.Secrets.Add(new() { ApiKey = "secret" }) },
        { "ApiKeyHeader", options => options.ApiKeyHeader = "X Api\r\n" },
        { "Realm", options => options.Realm = "\"" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Settings_that_cannot_be_kept_stop_the_host_and_tell_no_secret(string says, Action<Iso18626AuthenticationOptions> configure)
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(async () => await Borrower.OpenAsync(authentication: configure));

        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret.", fault.Message.Replace("secret of", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_holds_a_secret_shows_it()
    {
        Assert.Equal("CSUN, CHICO", new PeerSecret("CSUN", "CHICO") { ApiKey = "s3cret" }.ToString());
        Assert.Equal("API key", PeerProof.OfApiKey("s3cret").ToString());
        Assert.Equal("password", PeerProof.OfPassword("user", "s3cret").ToString());
    }

    private static string Basic(string user, string password) => $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))}";

    private static string Thumbprint(X509Certificate2 certificate) =>
        string.Join(':', certificate.GetCertHashString(HashAlgorithmName.SHA256).Chunk(2).Select(pair => new string(pair)));

    private static X509Certificate2 Certificate(string name, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256).CreateSelfSigned(from, until);

        // Windows and Kestrel want the key to be the certificate's own.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed class OwnHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            !Request.Headers.TryGetValue("Own", out var own) ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new(
                new(new ClaimsIdentity(own.ToString() is { Length: > 0 } code ? [new Claim(Iso18626Authentication.PartnerClaim, code)] : [], "own")), "own")));
    }

    private sealed class Vault : IPeerSecrets
    {
        public ValueTask<IReadOnlyCollection<string>> PartnersOfAsync(PeerProof proof, CancellationToken cancellationToken = default) =>
            new(proof.ApiKey == "in-the-vault" ? ["CSUN"] : []);
    }
}
