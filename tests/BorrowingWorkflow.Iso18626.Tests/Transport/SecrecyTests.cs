using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Transport;
using BorrowingWorkflow.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Iso18626.Tests.Transport;

/// <summary>Secrets reach the partner and nobody else.</summary>
public class SecrecyTests
{
    private const string Key = "key-4711-that-nobody-may-see";
    private const string Password = "password-0815-of-the-library";

    private static readonly PeerCredentials Both = new() { ApiKeyHeader = "X-Library-Key", ApiKey = Key, UserName = "sdsu", Password = Password };

    [Fact]
    public async Task The_partner_gets_the_credentials_that_were_agreed()
    {
        await using var wire = new Wire(peer: peer => peer with { Credentials = Both });

        await wire.SendAsync(Sends.TheRequest);

        var head = Assert.Single(wire.Server.Requests).Head;
        Assert.Contains($"\r\nX-Library-Key: {Key}\r\n", head, StringComparison.Ordinal);
        Assert.Contains($"\r\nAuthorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"sdsu:{Password}"))}\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Type: application/xml; charset=utf-8\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("Expect:", head, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(401)]
    [InlineData(500)]
    [InlineData(0)]
    [InlineData(1)]
    public async Task No_log_names_a_secret_a_patron_or_a_text(int status)
    {
        using var closed = new ClosedPort();
        await using var wire = new Wire(
            status switch { 200 => Answers.Ok, 1 => Answers.Error(ErrorType.UnrecognisedDataValue, Sends.Secret), _ => Answers.Status(status) },
            peer => peer with { Credentials = Both, Endpoint = status == 0 ? closed.Endpoint : peer.Endpoint },
            options => options.SendPatronId = true);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"sdsu:{Password}"));

        await wire.SendAsync(Sends.TheRequest);
        await wire.SendAsync(Sends.Of(EffectKind.SendNote, text: Sends.Secret));

        var logged = wire.Logged;
        Assert.Contains("X-Library-Key", logged, StringComparison.Ordinal);
        Assert.All([Key, Password, encoded, Sends.Patron, Sends.Secret, "Dispossessed"], secret => Assert.DoesNotContain(secret, logged, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_header_that_can_not_carry_the_key_is_named_without_the_key()
    {
        await using var wire = new Wire(peer: peer => peer with { Credentials = Both with { ApiKeyHeader = "no header" } });

        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.TheRequest));

        Assert.Equal(0, wire.Server.Connections);
        Assert.DoesNotContain(Key, wire.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_can_not_prove_who_it_is_gets_nothing()
    {
        using var certificate = Certificate("localhost");
        await using var wire = new Wire(server: new RawPeer(certificate));

        Assert.Equal(Delivery.NotDelivered, await wire.SendAsync(Sends.TheRequest));

        Assert.Empty(wire.Server.Requests);
        Assert.Contains("NotSent (SecureConnectionError)", wire.Logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_certificate_is_shown_in_the_handshake()
    {
        using var server = Certificate("localhost");
        using var own = Certificate("sdsu.example.org");
        await using var wire = new Wire(
            server: new RawPeer(server),
            peer: peer => peer with { Credentials = new() { ClientCertificate = own } },
            host: services => services.AddHttpClient($"{PeerClients.Prefix}CSUN/{own.Thumbprint}").ConfigurePrimaryHttpMessageHandler(
                (handler, _) => ((SocketsHttpHandler)handler).SslOptions.RemoteCertificateValidationCallback = (_, shown, _, errors) =>
                    shown?.GetCertHashString() == server.Thumbprint && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == 0));

        Assert.Equal(Delivery.Delivered, await wire.SendAsync(Sends.TheRequest));

        Assert.Equal(own.Thumbprint, wire.Server.Caller?.GetCertHashString());
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
