using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.AspNetCore.Tests.Insights;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BorrowingWorkflow.AspNetCore.Tests.Pictures;

/// <summary>The insights and the machine as a browser gets them.</summary>
public partial class PagesTests
{
    [Theory]
    [InlineData("en", "insights", "Open requests by phase")]
    [InlineData("es", "insights?period=52w", "Solicitudes abiertas por fase")]
    [InlineData("en", "machine", "What happens every day")]
    [InlineData("es", "machine?status=RequestCompleted", "Lleva aquí")]
    [InlineData("es", "machine", "Lo de todos los días")]
    public async Task A_page_is_whole_in_either_language(string language, string path, string says)
    {
        await using var term = Filled();
        await using var app = await OpenAsync(term);

        var html = await GetAsync(app, path, language);

        Assert.Contains(says, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(UntranslatedKey(), html);
        Assert.All(Coordinate().Matches(html), match => Assert.True(
            double.TryParse(match.Groups[1].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _), $"{match.Value} is no coordinate."));
        Assert.Equal(Ids(html).Count, Ids(html).Distinct().Count());
        Assert.All(Reference().Matches(html), match => Assert.Contains(match.Groups[1].Value, Ids(html)));
        var weight = Encoding.UTF8.GetByteCount(html) + DeskAssets.All.Sum(asset => asset.Content.Length);
        Assert.True(weight < 100_000, $"{path} weighs {weight} bytes with its style sheet and script.");
    }

    [Fact]
    public async Task Every_picture_has_its_title_and_its_table()
    {
        await using var term = Filled();
        await using var app = await OpenAsync(term);

        var html = await GetAsync(app, "insights");

        Assert.Equal(5, Picture().Count(html));
        Assert.Equal(4, Table().Count(html));
        Assert.Contains("CSUN", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_request_the_insights_say_that_nothing_happened()
    {
        await using var term = new Term();
        await using var app = await OpenAsync(term);

        var html = await GetAsync(app, "insights?library=NOBODY&period=forever");

        Assert.Equal(4, Nothing().Count(html));
    }

    [Theory]
    [InlineData("machine?trigger=PartnerCheckedIn", 3)]
    [InlineData("machine?actor=Patron&text=cancel", 8)]
    [InlineData("machine?text=ca-14", 1)]
    [InlineData("machine?text=no+such+words", 0)]
    [InlineData("machine?status=7&trigger=Nonsense&actor=12", 15)]
    [InlineData("machine?page=3", 15)]
    [InlineData("machine?page=99", 3)]
    [InlineData("machine?page=-1", 15)]
    public async Task The_clauses_are_filtered(string path, int count)
    {
        await using var term = new Term();
        await using var app = await OpenAsync(term);

        var html = await GetAsync(app, path);

        Assert.Equal(count, Clause().Count(html));
    }

    [Fact]
    public async Task The_pages_of_the_clauses_are_the_table()
    {
        await using var term = new Term();
        await using var app = await OpenAsync(term);
        var shown = new List<string>();
        for (var page = 1; page <= 11; page++)
        {
            shown.AddRange(Clause().Matches(await GetAsync(app, $"machine?page={page}")).Select(match => match.Groups[1].Value));
        }

        Assert.Equal(BorrowingMachine.Transitions.Select(clause => clause.Clause), shown);
    }

    [Fact]
    public async Task A_statuss_clauses_are_those_that_apply_in_it_or_lead_to_it()
    {
        await using var term = new Term();
        await using var app = await OpenAsync(term);
        var rows = BorrowingMachine.ToTsv().Split('\n').Select(line => line.Split('\t')).Where(row => row is [_, _, "Applied", _, _]).ToList();

        var pages = new[] { await GetAsync(app, "machine?status=Expired"), await GetAsync(app, "machine?status=Expired&page=2") };

        var shown = pages.SelectMany(html => Clause().Matches(html)).Select(match => match.Groups[1].Value).ToList();
        var named = rows.Where(row => row[0] == "Expired" || row[3] == "Expired").Select(row => row[4]).ToHashSet();
        var restoring = rows.Where(row => row[3] == "^").Select(row => row[4]).ToHashSet();
        Assert.Contains("SE-6", named);
        Assert.Subset(shown.ToHashSet(), named);
        Assert.Subset(named.Union(restoring).ToHashSet(), shown.ToHashSet());
    }

    [Fact]
    public async Task What_is_searched_for_is_shown_as_text()
    {
        await using var term = new Term();
        await using var app = await OpenAsync(term);

        var html = await GetAsync(app, "machine?text=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;", html, StringComparison.OrdinalIgnoreCase);
    }

    private static Term Filled() => new Term().On(1).SendOut("A", "CSUN", "CHICO").Submit("B").On(2.3).Partner("A", "CSUN", Trigger.PartnerRejected).Sent("A", "CHICO")
        .On(3.7).Partner("A", "CHICO", Trigger.PartnerShipped).On(5.1).Staff("A", Trigger.Receive).System("B", Trigger.LocateFoundNothing).On(9);

    private static async Task<WebApplication> OpenAsync(Term term)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(term.Clock).AddSingleton<IWorkflowStore>(term.Store);
        builder.Services.AddBorrowingWorkflow(_ => { }).AddBorrowingDesk();
        var app = builder.Build();
        app.MapBorrowingDesk("/desk");
        await app.StartAsync();
        return app;
    }

    private static async Task<string> GetAsync(WebApplication app, string path, string language = "en")
    {
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        client.DefaultRequestHeaders.AcceptLanguage.Add(new(language));
        using var answer = await client.GetAsync(new Uri($"/desk/{path}", UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    private static List<string> Ids(string html) => [.. Id().Matches(html).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@">\s*(?:insights|machine|loss|length|way|phase|trigger|actor)\.[A-Za-z0-9.-]+\s*<")]
    private static partial Regex UntranslatedKey();

    [GeneratedRegex(@" (?:x|y|x1|x2|y1|y2|cx|cy|width|height)=""([^""]*)""")]
    private static partial Regex Coordinate();

    [GeneratedRegex(@" id=""([^""]*)""")]
    private static partial Regex Id();

    [GeneratedRegex(@" aria-(?:labelledby|describedby)=""([^""]*)""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"<svg class=""chart""[^>]* role=""img""[^>]*>\s*<title")]
    private static partial Regex Picture();

    [GeneratedRegex(@"<details class=""more"">")]
    private static partial Regex Table();

    [GeneratedRegex("Nothing happened in this period")]
    private static partial Regex Nothing();

    [GeneratedRegex(@"<th scope=""row""><code>([^<]+)")]
    private static partial Regex Clause();
}
