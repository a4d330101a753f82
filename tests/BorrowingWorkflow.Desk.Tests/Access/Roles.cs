using System.Security.Claims;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.Desk.Tests.Hosts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Desk.Tests.Access;

/// <summary>A host whose users log in and have roles: <c>/login-as/ROLE</c> makes the caller one.</summary>
internal static class Roles
{
    public const string Viewer = "viewer";
    public const string Worker = "worker";
    public const string Head = "head";

    public static DeskBuilder WithRoles(this DeskBuilder desk) => desk
        .WithServices(services =>
        {
            services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => cookie.LoginPath = "/login");
            services.AddAuthorizationBuilder()
                .AddPolicy(DeskPolicies.View, policy => policy.RequireRole(Viewer, Worker, Head))
                .AddPolicy(DeskPolicies.Work, policy => policy.RequireRole(Worker, Head))
                .AddPolicy(DeskPolicies.Administer, policy => policy.RequireRole(Head));
        })
        .Mapping(app => app.MapGet("/login-as/{role}", (HttpContext context, string role) => context.SignInAsync(new ClaimsPrincipal(
            new ClaimsIdentity([new(ClaimTypes.Name, $"{role}@example.edu"), new(ClaimTypes.Role, role)], "Test")))));
}
