using System.Net.Http.Headers;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Iso18626.Mock;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.Cli.Serving;

/// <summary>A mock lender behind HTTP: takes messages on every path, and brings its own to the borrower.</summary>
internal sealed class MockLenderHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient? _http;
    private readonly CancellationTokenSource _stopping = new();
    private Task _courier = Task.CompletedTask;

    private MockLenderHost(WebApplication app, HttpClient? http) => (_app, _http) = (app, http);

    /// <summary>Where it listens.</summary>
    public string Address => WebHost.AddressOf(_app);

    /// <summary>Starts a mock lender.</summary>
    /// <param name="desk">Gets the log.</param>
    /// <param name="lender">The lender.</param>
    /// <param name="url">Where to listen.</param>
    /// <param name="borrower">Where the borrower takes messages; null: what it says is not sent.</param>
    /// <param name="apiKey">The header and the key that its messages carry.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="BadInputException">The address can't be listened on.</exception>
    public static async Task<MockLenderHost> StartAsync(
        Desk desk, MockLender lender, string url, Uri? borrower, (string Header, string Key)? apiKey, CancellationToken cancellationToken)
    {
        var builder = WebHost.CreateBuilder(desk, url, LogLevel.Warning);
        var app = builder.Build();
        app.UseRouting();
        ((IEndpointRouteBuilder)app).MapPost("/{**path}", context => AnswerAsync(lender, desk.Clock, context));
        var http = borrower is null ? null : Client(apiKey);
        var host = new MockLenderHost(app, http);
        try
        {
            await WebHost.StartAsync(app, url, cancellationToken);
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        if (http is not null)
        {
            var logger = app.Services.GetRequiredService<ILogger<MockCourier>>();
            host._courier = new MockCourier(lender, http, borrower!, logger, desk.Clock).RunAsync(host._stopping.Token);
        }

        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _courier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
        _http?.Dispose();
        _stopping.Dispose();
    }

    private static HttpClient Client((string Header, string Key)? apiKey)
    {
        HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(30) };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("borrowing-mock-lender", null));
        if (apiKey is var (header, key))
        {
            http.DefaultRequestHeaders.Add(header, key);
        }

        return http;
    }

    private static async Task AnswerAsync(MockLender lender, TimeProvider clock, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var answer = lender.Receive(body.GetBuffer().AsMemory(0, (int)body.Length));
        if (answer.Breaks)
        {
            context.Abort();
            return;
        }

        if (answer.Wait > TimeSpan.Zero)
        {
            await Task.Delay(answer.Wait, clock, context.RequestAborted);
        }

        context.Response.StatusCode = answer.StatusCode;
        if (answer.Body.Length > 0)
        {
            context.Response.ContentType = "application/xml; charset=utf-8";
            context.Response.ContentLength = answer.Body.Length;
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
        }
    }
}
