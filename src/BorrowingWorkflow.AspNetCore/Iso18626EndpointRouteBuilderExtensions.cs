using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Receiving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.AspNetCore;

/// <summary>Gives partners an address to write to.</summary>
public static class Iso18626EndpointRouteBuilderExtensions
{
    /// <summary>
    /// Takes partners' messages of ISO 18626 at a path, by POST, and answers with their confirmations. Only partners that have proved who
    /// they are may write; <c>AddIso18626Authentication</c> says how they do.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="pattern">The path, such as <c>/iso18626</c>.</param>
    /// <returns>The endpoint, to set conventions of the host's own on.</returns>
    /// <exception cref="IncompleteRegistrationException"><c>UseIso18626</c> was not called.</exception>
    public static Iso18626EndpointConventionBuilder MapIso18626(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/iso18626")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        var receiver = endpoints.ServiceProvider.GetService<Iso18626Receiver>()
            ?? throw new IncompleteRegistrationException("ISO 18626 receiver", "UseIso18626(…)");
        var endpoint = ActivatorUtilities.CreateInstance<Iso18626Endpoint>(endpoints.ServiceProvider, receiver);
        return new(endpoints.MapMethods(pattern, [HttpMethods.Post], endpoint.HandleAsync).WithDisplayName("ISO 18626").ExcludeFromDescription());
    }
}
