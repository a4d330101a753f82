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
            .Where(language => language.Quality != 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(language.Value.Value ?? ""))
            .OfType<string>()
            .ToList();
        var chosen = request.Cookies[LanguageCookie] is { } cookie && DeskTexts.Languages.Contains(cookie) ? cookie : null;
        var name = asked.Find(name => chosen is null || DeskTexts.IsIn(name, chosen)) ?? chosen ?? "en";
        try
        {
            return CultureInfo.GetCultureInfo(name.Equals("en", StringComparison.OrdinalIgnoreCase) ? "en-US" : name);
        }
        catch (CultureNotFoundException)
        {
            // The host runs without cultures.
            return CultureInfo.InvariantCulture;
        }
    }

    // The runtime keeps every culture that it was ever asked for. Those of a language and a country are few; longer names are as many as a
    // caller likes, and mean the language alone here.
    private static string? Known(string name) => DeskTexts.Languages.FirstOrDefault(known => DeskTexts.IsIn(name, known)) is not { } language
        ? null
        : IsCountry(name.AsSpan(language.Length)) ? name : language;

    private static bool IsCountry(ReadOnlySpan<char> rest) => rest is ['-', var a, var b]
        ? char.IsAsciiLetter(a) && char.IsAsciiLetter(b)
        : rest is ['-', var x, var y, var z] && char.IsAsciiDigit(x) && char.IsAsciiDigit(y) && char.IsAsciiDigit(z);
}
