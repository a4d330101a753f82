using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626;
using BorrowingWorkflow.Iso18626.Peers;
using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Iso18626.Transport;
using BorrowingWorkflow.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>Plugs ISO 18626 into a host.</summary>
public static class Iso18626BuilderExtensions
{
    /// <summary>
    /// Reaches partners by ISO 18626 over HTTP. Say by <see cref="AddPeer"/> or <see cref="UsePeers{T}"/> how each is reached, and in the
    /// options what the own libraries are called. A transport that was chosen before stays. A second call changes options only.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets what differs from the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="OptionsValidationException">
    /// Thrown when the host starts, or the transport is first asked for, and a setting can't be kept; the message names it, its value and
    /// what is allowed.
    /// </exception>
    public static BorrowingWorkflowBuilder UseIso18626(this BorrowingWorkflowBuilder builder, Action<Iso18626Options>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        var options = services.AddOptions<Iso18626Options>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddHttpClient();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<Iso18626Options>, OptionRules>());
        services.TryAddSingleton(provider => provider.GetRequiredService<IOptions<Iso18626Options>>().Value);
        services.TryAddSingleton<IPeerDirectory>(provider => new PeerDirectory(provider.GetServices<Peer>()));
        services.TryAddSingleton<PeerClients>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HttpClientFactoryOptions>, PeerClients>(
            provider => provider.GetRequiredService<PeerClients>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<HttpClientFactoryOptions>, PeerClients>(
            provider => provider.GetRequiredService<PeerClients>()));
        services.TryAddSingleton<HttpExchange>();
        services.TryAddSingleton<Iso18626Receiver>();
        services.TryAddSingleton<IPartnerTransport>(provider => new Iso18626Transport(
            provider.GetRequiredService<IPeerDirectory>(),
            provider.GetRequiredService<IBorrowingWorkflow>(),
            provider.GetRequiredService<HttpExchange>(),
            provider.GetRequiredService<Iso18626Options>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Iso18626Transport>>()));
        return builder;
    }

    /// <summary>Says how a partner is reached. Peers count only where no directory of the host's own is used.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="peer">The partner as a peer.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">Thrown when a message is first to be sent, and two peers have the same partner's code or agency id.</exception>
    public static BorrowingWorkflowBuilder AddPeer(this BorrowingWorkflowBuilder builder, Peer peer)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(peer);
        if (!builder.Services.Any(service => ReferenceEquals(service.ImplementationInstance, peer)))
        {
            builder.Services.AddSingleton(peer);
        }

        return builder;
    }

    /// <summary>Looks up in <typeparamref name="T"/> how partners are reached.</summary>
    public static BorrowingWorkflowBuilder UsePeers<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this BorrowingWorkflowBuilder builder)
        where T : class, IPeerDirectory
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IPeerDirectory, T>());
        return builder;
    }
}
