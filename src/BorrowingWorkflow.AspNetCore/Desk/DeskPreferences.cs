using System.Globalization;
using BorrowingWorkflow.AspNetCore.Desk.Texts;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Desk;

/// <summary>What a member of staff chose, kept in cookies of the browser.</summary>
/// <param name="Library">The library that is looked at; null for all.</param>
/// <param name="Theme">light or dark; null for the browser's own.</param>
/// <param name="Culture">The language.</param>
internal sealed record DeskPreferences(string? Library, string? Theme, CultureInfo Culture)
{
    private const string DefaultName = "en-US";

    public const string LibraryCookie = "desk-library";
    public const string ThemeCookie = "desk-theme";
    public const string LanguageCookie = "desk-language";

    public static DeskPreferences Of(HttpRequest request) => new(
        request.Cookies[LibraryCookie] is { Length: > 0 } library ? library : null,
        request.Cookies[ThemeCookie] is "light" or "dark" ? request.Cookies[ThemeCookie] : null,
        CultureOf(request));

    /// <summary>The language that was chosen, else the first that the browser asks for and the desk speaks, with the country's way of writing.</summary>
    private static CultureInfo CultureOf(HttpRequest request)
    {
        var asked = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value ?? "")
            .Where(name => name.Length <= 20 && DeskTexts.Languages.Any(known => Speaks(name, known)))
            .ToList();
        var chosen = request.Cookies[LanguageCookie] is { } cookie && DeskTexts.Languages.Contains(cookie) ? cookie : null;
        var name = asked.Find(name => chosen is null || Speaks(name, chosen)) ?? chosen ?? DefaultName;
        return Find(name == "en" ? DefaultName : name) ?? Find(chosen ?? DefaultName) ?? CultureInfo.InvariantCulture;
    }

    // A host may know no culture but the invariant one (InvariantGlobalization): the desk then speaks English.
    private static CultureInfo? Find(string name)
    {
        try
        {
            return CultureInfo.GetCultureInfo(name);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static bool Speaks(string name, string language) =>
        name.Equals(language, StringComparison.OrdinalIgnoreCase) || name.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
