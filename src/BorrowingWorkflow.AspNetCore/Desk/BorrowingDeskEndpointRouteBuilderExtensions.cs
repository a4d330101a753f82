using System.Diagnostics.CodeAnalysis;
using BorrowingWorkflow.AspNetCore.Desk.Access;
using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.AspNetCore.Desk.Pages;
using BorrowingWorkflow.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>Opens the staff desk in a host.</summary>
public static class BorrowingDeskEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the staff desk at a path. Its pages need nothing else of the host: no static files, no middleware of their own. Who may come in
    /// is said by the policies of <see cref="DeskPolicies"/>; where a policy is not mapped, only callers on the same machine.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    /// <param name="pattern">The path, without parameters, such as <c>/desk</c>.</param>
    /// <returns>The desk's endpoints, to set conventions of the host's own on.</returns>
    /// <exception cref="ArgumentException">The path has parameters.</exception>
    /// <exception cref="IncompleteRegistrationException"><c>AddBorrowingDesk</c> or <c>AddBorrowingWorkflow</c> was not called.</exception>
    public static IEndpointConventionBuilder MapBorrowingDesk(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/desk")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(pattern);
        if (RoutePatternFactory.Parse(pattern).Parameters.Count > 0)
        {
            throw new ArgumentException($"The desk's path has no parameters; {pattern} has. Map it at a path like /desk.", nameof(pattern));
        }

        var services = endpoints.ServiceProvider;
        if (services.GetService<IBorrowingWorkflow>() is null)
        {
            throw new IncompleteRegistrationException("borrowing workflow", "services.AddBorrowingWorkflow(…)");
        }

        var handler = services.GetService<DeskHandler>() ?? throw new IncompleteRegistrationException("staff desk", "services.AddBorrowingDesk()");
        return new Mapping(endpoints, pattern, handler).Map(services);
    }

    /// <summary>Maps the pages and actions of one desk.</summary>
    private sealed class Mapping(IEndpointRouteBuilder endpoints, string pattern, DeskHandler handler)
    {
        private readonly RouteGroupBuilder _group = endpoints.MapGroup(pattern);
        private readonly string _root = "/" + pattern.Trim('/') is { Length: > 1 } root ? root : "";

        public RouteGroupBuilder Map(IServiceProvider services)
        {
            var tasks = services.GetRequiredService<TasksPage>();
            var checks = services.GetRequiredService<CheckPage>();
            var queue = services.GetRequiredService<QueuePage>();
            var bulk = services.GetRequiredService<BulkPage>();
            var anomalies = services.GetRequiredService<AnomaliesPage>();
            var actions = services.GetRequiredService<RequestActions>();
            Page("/", tasks.ShowAsync);
            Page("/checks", checks.ListAsync);
            Page("/check", checks.ShowAsync);
            Page("/queue", queue.ShowAsync);
            Page("/queue.csv", queue.SendFileAsync, DeskRight.Administer);
            Page("/request", services.GetRequiredService<OneRequestPage>().ShowAsync);
            Page("/anomalies", anomalies.ShowAsync);
            Page("/insights", services.GetRequiredService<InsightsPage>().ShowAsync);
            Page("/machine", services.GetRequiredService<MachinePage>().ShowAsync);
            Action("/check/done", DeskRight.Work, checks.TickOffAsync);
            Action("/request/act", DeskRight.Work, actions.ActAsync);
            Action("/queue/bulk", DeskRight.Administer, bulk.ChooseAsync);
            Action("/queue/bulk/apply", DeskRight.Administer, bulk.ApplyAsync);
            Action("/anomalies/dismiss", DeskRight.Work, anomalies.DismissAsync);
            Action("/anomalies/renew", DeskRight.Work, anomalies.RenewAsync);
            Action("/preferences", DeskRight.View, PreferencesAction.SaveAsync);
            foreach (var asset in DeskAssets.All)
            {
                _group.MapMethods($"/assets/{asset.Name}", [HttpMethods.Get, HttpMethods.Head], context => SendAsync(context, asset)).WithDisplayName("Desk");
            }

            return (RouteGroupBuilder)_group.ExcludeFromDescription();
        }

        private void Page(string path, Func<DeskCall, Task> show, DeskRight right = DeskRight.View) =>
            _group.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], context => handler.HandleAsync(context, _root, right, show)).WithDisplayName("Desk");

        private void Action(string path, DeskRight right, Func<DeskCall, Task> act) =>
            _group.MapMethods(path, [HttpMethods.Post], context => handler.HandleAsync(context, _root, right, act)).WithDisplayName("Desk");

        // The files hold nothing about anybody, and a page that refuses somebody needs them too.
        private static Task SendAsync(HttpContext context, DeskAsset asset)
        {
            context.Response.ContentType = asset.ContentType;
            context.Response.ContentLength = asset.Content.Length;
            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.Body.WriteAsync(asset.Content, context.RequestAborted).AsTask();
        }
    }
}
