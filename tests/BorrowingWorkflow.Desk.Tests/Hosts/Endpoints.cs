using Microsoft.AspNetCore.Routing;

namespace BorrowingWorkflow.Desk.Tests.Hosts;

/// <summary>What the desk answers to, so that a new page or action is tested without being named.</summary>
internal static class Endpoints
{
    public static IReadOnlyList<string> Paths(DeskHost desk, HttpMethod method)
    {
        var paths = desk.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method.Method) == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(path => path.StartsWith("/desk", StringComparison.Ordinal))
            .ToList();
        Assert.NotEmpty(paths);
        return paths;
    }
}
