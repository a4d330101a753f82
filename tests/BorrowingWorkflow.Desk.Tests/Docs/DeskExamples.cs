using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.DependencyInjection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BorrowingWorkflow.Desk.Tests.Docs;

/// <summary>The code of docs/desk.md, compiled and run.</summary>
public class DeskExamples
{
    [Fact]
    public async Task Two_lines_embed_the_desk()
    {
        #region docs:embed
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddBorrowingWorkflow(workflow => workflow.UseInMemoryStore());
        builder.Services.AddBorrowingDesk();
        #endregion

        Quiet(builder);

        #region docs:map
        var app = builder.Build();
        app.MapBorrowingDesk("/desk");
        #endregion

        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/desk") { Headers = { { "X-Forwarded-For", "192.0.2.1" } } };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(forwarded)).StatusCode);
        await app.DisposeAsync();
    }

    [Fact]
    public async Task A_host_says_who_may_do_what()
    {
        var builder = WebApplication.CreateBuilder();
        Quiet(builder);
        builder.Services.AddBorrowingWorkflow(workflow => workflow.UseInMemoryStore());
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, ByHeader>("Test", null);

        #region docs:policies
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(DeskPolicies.View, policy => policy.RequireRole("library-staff"))
            .AddPolicy(DeskPolicies.Work, policy => policy.RequireRole("ill-desk"))
            .AddPolicy(DeskPolicies.Administer, policy => policy.RequireRole("ill-head"));
        builder.Services.AddBorrowingDesk(desk =>
        {
            desk.Title = "Interlibrary loan";
            desk.Libraries.Add("SDSU");
            desk.Who = context => context.User.FindFirstValue(ClaimTypes.Email);
        });
        #endregion

        await using var app = builder.Build();
        app.MapBorrowingDesk("/desk");
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await AsAsync(client, "patron", "/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AsAsync(client, "library-staff", "/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await AsAsync(client, "library-staff", "/desk/queue.csv")).StatusCode);
        Assert.Contains("ana@example.edu", await (await AsAsync(client, "library-staff", "/desk")).Content.ReadAsStringAsync());
    }

    private static async Task<HttpResponseMessage> AsAsync(HttpClient client, string role, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Role", role } } };
        return await client.SendAsync(request);
    }

    private static void Quiet(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
    }

    private sealed class ByHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Role"] is [{ } role, ..]
            ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Role, role), new(ClaimTypes.Email, "ana@example.edu")], "Test")), "Test"))
            : AuthenticateResult.NoResult());
    }
}
