using BorrowingWorkflow.AspNetCore.Desk.Texts;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>Keeps what a member of staff chose in the browser.</summary>
internal static class PreferencesAction
{
    public static Task SaveAsync(DeskCall desk)
    {
        Keep(desk, DeskPreferences.LibraryCookie, desk.Form("library") is { } library && desk.Libraries.Contains(library) ? library : null);
        Keep(desk, DeskPreferences.ThemeCookie, desk.Form("theme") is { } theme and ("light" or "dark") ? theme : null);
        Keep(desk, DeskPreferences.LanguageCookie, desk.Form("language") is { } language && DeskTexts.Languages.Contains(language) ? language : null);
        desk.Return(desk.Links.Tasks);
        return Task.CompletedTask;
    }

    private static void Keep(DeskCall desk, string name, string? value)
    {
        var cookie = new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = desk.Context.Request.IsHttps,
            Path = desk.Links.Tasks,
            MaxAge = TimeSpan.FromDays(365),
            IsEssential = true,
        };
        if (value is null)
        {
            desk.Context.Response.Cookies.Delete(name, cookie);
        }
        else
        {
            desk.Context.Response.Cookies.Append(name, value, cookie);
        }
    }
}
