using BorrowingWorkflow.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace BorrowingWorkflow.AspNetCore;

/// <summary>The endpoint that takes messages of ISO 18626. To be used while the host is built, by one thread.</summary>
public sealed class Iso18626EndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder _inner;
    private string[] _schemes = [Iso18626Authentication.Scheme];
    private bool _isAnonymous;

    internal Iso18626EndpointConventionBuilder(IEndpointConventionBuilder inner)
    {
        _inner = inner;
        inner.Add(Protect);
    }

    /// <summary>
    /// Takes messages from anybody, and believes what their headers say of the sender. Only for networks in which nobody else can send,
    /// and for trials: whoever reaches the path can then speak for every partner.
    /// </summary>
    /// <returns>The endpoint, to go on with.</returns>
    public Iso18626EndpointConventionBuilder AllowAnonymousPeers()
    {
        _isAnonymous = true;
        return this;
    }

    /// <summary>
    /// Has peers authenticated by schemes of the host's own. They give the principal a claim <see cref="Iso18626Authentication.PartnerClaim"/>
    /// for each partner that the peer may speak for.
    /// </summary>
    /// <param name="schemes">The schemes' names; one of them has to succeed.</param>
    /// <returns>The endpoint, to go on with.</returns>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Iso18626EndpointConventionBuilder AuthenticateBy(params string[] schemes)
    {
        ArgumentNullException.ThrowIfNull(schemes);
        _schemes = schemes.Length > 0 ? schemes : throw new ArgumentException("Name at least one scheme, or call AllowAnonymousPeers.", nameof(schemes));
        return this;
    }

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => _inner.Add(convention);

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => _inner.Finally(finallyConvention);

    // Runs when the endpoints are built, after the host has said what it wants.
    private void Protect(EndpointBuilder endpoint)
    {
        if (_isAnonymous)
        {
            endpoint.Metadata.Add(new AllowAnonymousAttribute());
            endpoint.Metadata.Add(AnonymousPeers.Allowed);
            return;
        }

        endpoint.Metadata.Add(new AuthorizeAttribute());
        endpoint.Metadata.Add(new AuthorizationPolicyBuilder(_schemes)
            .RequireAuthenticatedUser()
            .RequireClaim(Iso18626Authentication.PartnerClaim)
            .Build());
    }
}
