using System.Globalization;
using BorrowingWorkflow.AspNetCore.Desk;
using Microsoft.AspNetCore.Http;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public class DeskPreferencesTests
{
    [Theory]
    [InlineData(null, "en-US")]
    [InlineData("en", "en-US")]
    [InlineData("EN", "en-US")]
    [InlineData("es", "es")]
    [InlineData("es-MX", "es-MX")]
    [InlineData("en-GB,en;q=0.9", "en-GB")]
    [InlineData("en;q=0.5, es;q=0.9", "es")]
    [InlineData("en;q=0.5, es", "es")]
    [InlineData("fr, es-AR;q=0.8, en;q=0.3", "es-AR")]
    [InlineData("es-419", "es-419")]
    [InlineData("fr-FR, de;q=0.9", "en-US")]
    [InlineData("*", "en-US")]
    [InlineData("est, eng", "en-US")]
    [InlineData("es;q=0", "en-US")]
    [InlineData("es;q=0, en-GB;q=0.1", "en-GB")]
    public void The_language_is_the_best_that_the_browser_asks_for_and_the_desk_speaks(string? accepted, string culture) =>
        Assert.Equal(culture, Of(accepted).Culture.Name);

    [Theory]
    [InlineData("es", null, "es")]
    [InlineData("es", "en-GB", "es")]
    [InlineData("es", "en-GB, es-CO;q=0.2", "es-CO")]
    [InlineData("en", "es-MX", "en-US")]
    [InlineData("en", "es-MX, en-GB;q=0.1", "en-GB")]
    [InlineData("fr", "es-MX", "es-MX")]
    [InlineData("ES", "en", "en-US")]
    [InlineData("../../es", null, "en-US")]
    [InlineData("<script>", null, "en-US")]
    public void The_language_that_was_chosen_comes_first(string cookie, string? accepted, string culture) =>
        Assert.Equal(culture, Of(accepted, $"desk-language={cookie}").Culture.Name);

    [Theory]
    [InlineData("es-'.*", "es")]
    [InlineData("es-x-aaaaaaaaaaaaaaa", "es")]
    [InlineData("es-u-ca-buddhist", "es")]
    [InlineData("en-Latn-US", "en-US")]
    [InlineData("es-MX-", "es")]
    [InlineData("es-", "es")]
    [InlineData("es_MX", "en-US")]
    [InlineData("es-<script>alert(1)</script>", "en-US")]
    [InlineData(";;;,,,q=,es;q=high", "en-US")]
    public void Names_beyond_language_and_country_make_no_cultures(string accepted, string culture) => Assert.Equal(culture, Of(accepted).Culture.Name);

    [Fact]
    public void Thousands_of_made_up_names_end_in_one_culture()
    {
        var cultures = Enumerable.Range(0, 5000).Select(number => Of($"es-{number:x8}").Culture).Distinct().ToList();

        Assert.Same(CultureInfo.GetCultureInfo("es"), Assert.Single(cultures));
        Assert.Equal("es", Of(string.Join(",", Enumerable.Repeat("fr", 5000)) + ",es;q=0.1").Culture.Name);
    }

    [Theory]
    [InlineData("desk-theme=dark", "dark", null)]
    [InlineData("desk-theme=light; desk-library=SDSU", "light", "SDSU")]
    [InlineData("desk-theme=\"><script>; desk-library=", null, null)]
    [InlineData("desk-theme=DARK", null, null)]
    [InlineData("", null, null)]
    public void Theme_and_library_are_read_from_their_cookies(string cookies, string? theme, string? library)
    {
        var preferences = Of(accepted: null, cookies);

        Assert.Equal(theme, preferences.Theme);
        Assert.Equal(library, preferences.Library);
    }

    private static DeskPreferences Of(string? accepted, string? cookies = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = accepted;
        request.Headers.Cookie = cookies;
        return DeskPreferences.Of(request);
    }
}
