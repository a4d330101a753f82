using BorrowingWorkflow.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BorrowingWorkflow.DependencyInjection;

/// <summary>Adds the authentication of peers to a host's services.</summary>
public static class Iso18626AuthenticationServiceCollectionExtensions
{
    /// <summary>
    /// Lets peers prove who they are by an API key, a password or a client certificate: adds the scheme
    /// <see cref="Iso18626Authentication.Scheme"/>, and authentication and authorization where the host has none yet.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Says by what peers are recognised.</param>
    /// <returns>The host's authentication, to add other schemes to.</returns>
    /// <exception cref="ArgumentException">Thrown when the host starts and a setting can't be kept; the message names it.</exception>
    public static AuthenticationBuilder AddIso18626Authentication(
        this IServiceCollection services, Action<Iso18626AuthenticationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IPeerSecrets, OptionSecrets>();
        services.AddAuthorization();
        services.AddOptions<Iso18626AuthenticationOptions>(Iso18626Authentication.Scheme).ValidateOnStart();
        return services.AddAuthentication()
            .AddScheme<Iso18626AuthenticationOptions, Iso18626AuthenticationHandler>(Iso18626Authentication.Scheme, configure);
    }
}
