using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using BorrowingWorkflow.Iso18626.Peers;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Iso18626.Transport;

/// <summary>
/// The named HTTP clients, one for each peer, since a client certificate belongs to a connection. Their names begin with
/// <see cref="Prefix"/>, so that a host can configure them too. Thread-safe.
/// </summary>
internal sealed class PeerClients(Iso18626Options settings) : IConfigureNamedOptions<HttpClientFactoryOptions>, IPostConfigureOptions<HttpClientFactoryOptions>
{
    public const string Prefix = "BorrowingWorkflow.Iso18626/";

    private readonly ConcurrentDictionary<string, X509Certificate2?> _certificates = new(StringComparer.Ordinal);

    /// <summary>The name of the peer's client. A renewed certificate has a client of its own.</summary>
    public string NameOf(Peer peer)
    {
        var certificate = peer.Credentials.ClientCertificate;
        var name = certificate is null ? Prefix + peer.Partner : $"{Prefix}{peer.Partner}/{certificate.Thumbprint}";
        // The latest: a host may have read it anew and disposed of the one before.
        _certificates[name] = certificate;
        return name;
    }

    public void Configure(HttpClientFactoryOptions options)
    {
    }

    public void Configure(string? name, HttpClientFactoryOptions options)
    {
        if (name?.StartsWith(Prefix, StringComparison.Ordinal) != true)
        {
            return;
        }

        // Secrets go along in headers of the host's choice, so none is written to a log.
        options.ShouldRedactHeaderValue = _ => true;
        options.HttpClientActions.Add(client => client.Timeout = Timeout.InfiniteTimeSpan);
        // First of all, so that what a host does to its clients by these names or to all of them is done to this handler.
        options.HttpMessageHandlerBuilderActions.Insert(0, builder => builder.PrimaryHandler = Handler(_certificates.GetValueOrDefault(name)));
    }

    // Last of all, so that it stands behind every handler of the host's.
    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (name?.StartsWith(Prefix, StringComparison.Ordinal) == true)
        {
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Add(new OnceHandler()));
        }
    }

    private SocketsHttpHandler Handler(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirected POST may have been carried out, and its headers hold secrets.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = settings.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            MaxResponseHeadersLength = 64,
            // What is left of an answer that is too large is not read to the end for the sake of the connection.
            MaxResponseDrainSize = 0,
        };
        if (certificate is not null)
        {
            handler.SslOptions.ClientCertificates = [certificate];
        }

        return handler;
    }
}
