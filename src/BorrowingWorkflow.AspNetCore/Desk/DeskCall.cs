using BorrowingWorkflow.AspNetCore.Desk.Access;
using BorrowingWorkflow.AspNetCore.Desk.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>One call of the desk: who asks, in which language, for which library, at which moment.</summary>
internal sealed class DeskCall(
    HttpContext context, DeskOptions options, DeskAccess access, DeskTexts texts, DeskTime time, DeskLinks links, DeskPreferences preferences,
    IReadOnlyList<string> libraries, IAntiforgery antiforgery)
{
    public HttpContext Context => context;

    public DeskOptions Options => options;

    public DeskAccess Access => access;

    public DeskTexts T => texts;

    public DeskTime Time => time;

    public DeskLinks Links => links;

    public DeskPreferences Preferences => preferences;

    /// <summary>The library that is looked at; null for all.</summary>
    public string? Library => preferences.Library;

    /// <summary>The libraries to choose between.</summary>
    public IReadOnlyList<string> Libraries => libraries;

    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>Where the caller is now, to come back to.</summary>
    public string Here => context.Request.PathBase + context.Request.Path + context.Request.QueryString;

    /// <summary>The proof that a form comes from a page of this desk.</summary>
    public AntiforgeryTokenSet Token => field ??= antiforgery.GetAndStoreTokens(context);

    /// <summary>A value of the query; null where there is none.</summary>
    public string? Query(string name) => context.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;

    /// <summary>A field of the form; null where it is empty.</summary>
    public string? Form(string name) => context.Request.Form[name] is [var value, ..] && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    /// <summary>Where a field of the form leads, where that is a page of the desk.</summary>
    public string Place(string name, string otherwise) => Form(name) is { } path && links.Owns(path) ? path : otherwise;

    /// <summary>Leads on after an action, so that a reload does not repeat it.</summary>
    public void Redirect(string path)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = path;
    }

    /// <summary>Leads to where the form came from, where that is a page of the desk.</summary>
    public void Return(string otherwise) => Redirect(Place("return", otherwise));
}
