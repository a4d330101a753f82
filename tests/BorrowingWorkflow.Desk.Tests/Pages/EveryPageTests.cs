using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Desk.Tests.Browser;

namespace BorrowingWorkflow.Desk.Tests.Pages;

/// <summary>What holds on every page of the desk.</summary>
[Collection(InBrowser.Name)]
public sealed partial class EveryPageTests(BrowserRoom room)
{
    [BrowserFact]
    public Task Every_page_is_accessible_in_the_light_and_in_the_dark() =>
        room.TourAsync(Look.Desktop, async visit => [.. await Accessibility.GraveAsync(visit), .. await Accessibility.GraveInTheDarkAsync(visit)]);

    [BrowserFact]
    public Task Every_page_fits_on_a_phone_and_is_used_by_a_finger() =>
        room.TourAsync(Look.Phone, async visit => [.. await visit.WideAsync(), .. await visit.SmallAsync()]);

    [BrowserFact]
    public Task Every_page_fits_at_200_percent() => room.TourAsync(Look.Zoomed, async visit => await visit.WideAsync());

    [BrowserFact]
    public Task Every_page_speaks_Spanish() => room.TourAsync(Look.Spanish, async visit =>
    {
        var found = new List<string>();
        if (await visit.Page.Locator("html").GetAttributeAsync("lang") is not "es-ES" and var language)
        {
            found.Add($"The page is in {language}.");
        }

        var text = await visit.Page.Locator("body").InnerTextAsync();
        found.AddRange(KeyLike().Matches(text).Select(match => match.Value).Where(word => Rooms.Contains(word.Split('.')[0])));
        if (await visit.Page.Locator(".search button").CountAsync() == 1 && await visit.Page.Locator(".search button").InnerTextAsync() != "Buscar")
        {
            found.Add("Its search is not in Spanish.");
        }

        if (await visit.Page.Locator("footer").CountAsync() == 1 && !text.Contains("18/12/2026, 17:00", StringComparison.Ordinal) && !text.Contains("18/12/2026 17:00", StringComparison.Ordinal))
        {
            found.Add("Its foot does not say the time as Spaniards write it.");
        }

        return found;
    });

    /// <summary>The parts before the first dot of the texts' names.</summary>
    private static readonly HashSet<string> Rooms =
    [
        .. new ResourceManager("BorrowingWorkflow.AspNetCore.Desk.Texts.Desk", typeof(DeskTexts).Assembly)
            .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!
            .Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key).Where(key => key.Contains('.', StringComparison.Ordinal))
            .Select(key => key.Split('.')[0]),
    ];

    [GeneratedRegex(@"\b[a-z][a-z-]*\.[A-Za-z][A-Za-z-]*(\.[A-Za-z-]+)*\b")]
    private static partial Regex KeyLike();
}
