using System.Globalization;
using BorrowingWorkflow.AspNetCore.Desk.Access;
using BorrowingWorkflow.AspNetCore.Desk.Pages;
using BorrowingWorkflow.AspNetCore.Diagnostics;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>What stands before every page and every action: who the caller is, whether it may, and in which language.</summary>
internal sealed class DeskHandler(
    DeskGate gate, DeskOptions options, DeskRenderer renderer, DeskLibraries libraries, IAntiforgery antiforgery, IWorkCalendar calendar, TimeProvider time,
    ILogger<DeskHandler> logger)
{
    // A form of the desk holds a message or the ids of a page of requests: far less.
    private const long LargestForm = 1024 * 1024;

    /// <summary>Lets the caller through to a page or an action, or says why not.</summary>
    public async Task HandleAsync(HttpContext context, string root, DeskRight right, Func<DeskCall, Task> handle)
    {
        DeskHeaders.Set(context.Response);
        var preferences = DeskPreferences.Of(context.Request);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = preferences.Culture;
        var access = await gate.AdmitAsync(context);
        try
        {
            var codes = access.CanView ? await libraries.ListAsync(context.RequestAborted) : [];
            await HandleAsync(CallOf(context, root, preferences, access, codes), right, handle);
        }
        catch (StoreUnavailableException exception) when (!context.Response.HasStarted)
        {
            logger.StoreUnavailable(exception);
            await SayAsync(CallOf(context, root, preferences, access, []), StatusCodes.Status503ServiceUnavailable, "unavailable", "unavailable.text");
        }
    }

    private DeskCall CallOf(HttpContext context, string root, DeskPreferences preferences, DeskAccess access, IReadOnlyList<string> codes)
    {
        if (preferences.Library is { } chosen && !codes.Contains(chosen))
        {
            preferences = preferences with { Library = null };
        }

        var zone = calendar.TimeZoneOf(preferences.Library ?? (codes is [var first, ..] ? first : ""));
        return new(
            context, options, access, new(preferences.Culture), new(time.GetUtcNow(), zone, preferences.Culture),
            new((context.Request.PathBase.Value ?? "") + root), preferences, codes, antiforgery);
    }

    private async Task HandleAsync(DeskCall desk, DeskRight right, Func<DeskCall, Task> handle)
    {
        if (!desk.Access.May(right))
        {
            await RefuseAsync(desk, right);
            return;
        }

        if (HttpMethods.IsPost(desk.Context.Request.Method) && !await IsGenuineAsync(desk.Context))
        {
            await SayAsync(desk, StatusCodes.Status400BadRequest, "old-page", "old-page.text");
            return;
        }

        await handle(desk);
    }

    /// <summary>Answers that something is not there.</summary>
    public Task NotFoundAsync(DeskCall desk, string text) => SayAsync(desk, StatusCodes.Status404NotFound, "not-found", text);

    private async Task RefuseAsync(DeskCall desk, DeskRight right)
    {
        var policy = right switch
        {
            _ when !desk.Access.CanView => DeskPolicies.View,
            DeskRight.Work => DeskPolicies.Work,
            _ => DeskPolicies.Administer,
        };
        if (await gate.ChallengedAsync(desk.Context, policy))
        {
            return;
        }

        var fault = await gate.FaultAsync(desk.Context, policy);
        await SayAsync(desk, StatusCodes.Status403Forbidden, "forbidden", fault is null ? "forbidden.policy" : $"forbidden.{fault}", policy);
    }

    private Task SayAsync(DeskCall desk, int status, string title, string text, string policy = "") =>
        renderer.WriteAsync(desk, desk.T[title], place: null, MessageView.Of(desk, desk.T[title], desk.T[text, policy]), status);

    private async Task<bool> IsGenuineAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return false;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestForm;
        }

        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }
}
