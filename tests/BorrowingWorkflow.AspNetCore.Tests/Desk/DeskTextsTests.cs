using System.Globalization;
using System.Text.RegularExpressions;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.AspNetCore.Desk.Access;
using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.AspNetCore.Desk.Insights;
using BorrowingWorkflow.AspNetCore.Desk.Pages;
using BorrowingWorkflow.AspNetCore.Desk.Texts;
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public partial class DeskTextsTests
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> EnglishFile = DeskSources.Read("Desk.resx");
    private static readonly IReadOnlyList<KeyValuePair<string, string>> SpanishFile = DeskSources.Read("Desk.es.resx");
    private static readonly Dictionary<string, string> English = EnglishFile.ToDictionary();
    private static readonly Dictionary<string, string> Spanish = SpanishFile.ToDictionary();

    private static readonly DeskTexts InEnglish = new(CultureInfo.GetCultureInfo("en-US"));
    private static readonly DeskTexts InSpanish = new(CultureInfo.GetCultureInfo("es-MX"));

    /// <summary>What English takes from the core's own words.</summary>
    private static readonly string[] FromTheCore =
    [
        .. BorrowingStatusExtensions.All.SelectMany(status => new[] { $"status.{status}", $"status.{status}.meaning" }),
        .. CheckPresets.Extended.SelectMany(check => new[] { $"check.{check.Id}", $"check.{check.Id}.advice" }),
        .. AnomalyRules.All.SelectMany(rule => new[] { $"anomaly.{rule.Id}", $"anomaly.{rule.Id}.remedy" }),
    ];

    private static readonly string[] BeginningsFromTheCore = ["status", "check", "anomaly"];

    /// <summary>The keys that are put together: what stands before the dot, and every value that may follow.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Families = new()
    {
        ["actor"] = Enum.GetNames<Actor>(),
        ["cadence"] = Enum.GetNames<CheckCadence>(),
        ["deadline"] = Enum.GetNames<DeadlineKind>(),
        ["due"] = Enum.GetNames<CheckCadence>(),
        ["entry"] = Enum.GetNames<EntryState>(),
        ["facet"] = DeskSources.In("Facets.cs", """(?:Values|new)\("(?<value>[a-z-]+)","""),
        ["field"] = Enum.GetNames<ActionField>(),
        ["forbidden"] = Enum.GetNames<LoopbackFault>(),
        ["format"] = Enum.GetNames<RequestFormat>(),
        ["insights"] = [.. InsightsPeriods.All.Select(period => period.Key())],
        ["loss"] = Enum.GetNames<Loss>(),
        ["machine"] = ["clause", "from", "trigger", "who", "if", "to", "effects", "source", .. DeskSources.In("MachineView.razor", """Moves\(desk, "(?<value>[a-z-]+)","""),],
        ["machine.before"] = [.. Enum.GetNames<Memory>().Where(name => name != nameof(Memory.None))],
        ["machine.source"] = Enum.GetNames<ClauseSource>(),
        ["nav"] = DeskSources.In("Shell.razor", """\("(?<value>\w+)", links\."""),
        ["order"] = Enum.GetNames<RequestOrder>(),
        ["outcome"] = Enum.GetNames<SendOutcome>(),
        ["part"] = DeskSources.In("RequestView.razor", """var part in \(string\[\]\)\[(?:"(?<value>\w+)"(?:, )?)+\]"""),
        ["phase"] = Enum.GetNames<RequestPhase>(),
        ["place"] = Enum.GetNames<ItemPlace>(),
        ["process"] = Enum.GetNames<ProcessType>(),
        ["scope"] = Enum.GetNames<QueueScope>(),
        ["severities"] = Enum.GetNames<AnomalySeverity>(),
        ["severity"] = Enum.GetNames<AnomalySeverity>(),
        ["temporary"] = Enum.GetNames<TemporaryItem>(),
        ["theme"] = ["auto", "light", "dark"],
        ["trait"] = [.. Enum.GetNames<RequestTraits>().Where(name => name != nameof(RequestTraits.None))],
        ["trigger"] = Enum.GetNames<Trigger>(),
        ["verdict"] = Enum.GetNames<Verdict>(),
    };

    /// <summary>Texts that are the same in both languages: names of identifiers, a word that both have, nothing but what is put in.</summary>
    private static readonly string[] Alike =
    [
        "act.do", "field.Doi", "field.Isbn", "field.Issn", "insights.total", "length.days", "length.hours", "length.minutes", "length.seconds",
        "machine.arrow", "part.rota", "severity.Error", "tasks.on", "way.step",
    ];

    private static IEnumerable<string> OfFamilies => Families.SelectMany(family => family.Value.Select(value => $"{family.Key}.{value}"));

    [Fact]
    public void Both_languages_have_the_same_texts()
    {
        Assert.Equal([], English.Keys.Except(Spanish.Keys));
        Assert.Equal([], Spanish.Keys.Except(English.Keys).Except(FromTheCore));
    }

    [Fact]
    public void Spanish_has_all_that_English_takes_from_the_core_and_English_repeats_none_of_it()
    {
        Assert.Equal([], FromTheCore.Except(Spanish.Keys));
        Assert.Equal([], FromTheCore.Intersect(English.Keys));
    }

    [Fact]
    public void The_same_places_are_filled_in_both_languages()
    {
        foreach (var (key, text) in EnglishFile)
        {
            Assert.True(Places(text).SequenceEqual(Places(Spanish[key])), $"{key}: \"{text}\" and \"{Spanish[key]}\" have different places.");
        }

        Assert.Equal([], FromTheCore.Where(key => Spanish[key].Contains('{', StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_left_in_English() =>
        Assert.Equal(Alike, EnglishFile.Where(pair => Spanish[pair.Key] == pair.Value).Select(pair => pair.Key));

    [Theory]
    [InlineData("Desk.resx")]
    [InlineData("Desk.es.resx")]
    public void Texts_are_sorted_by_key_and_none_is_empty_or_has_loose_ends(string file)
    {
        var texts = DeskSources.Read(file);

        Assert.Equal(texts.Select(pair => pair.Key).OrderBy(key => key.ToLowerInvariant(), StringComparer.Ordinal), texts.Select(pair => pair.Key));
        Assert.Equal([], texts.Where(pair => pair.Value.Length == 0 || pair.Value.Trim() != pair.Value).Select(pair => pair.Key));
    }

    [Fact]
    public void Every_text_that_a_source_asks_for_is_there()
    {
        var beginnings = English.Keys.Where(key => key.Contains('.', StringComparison.Ordinal)).Select(key => key.Split('.')[0]).ToHashSet();
        var asked = DeskSources.Asked()
            .Concat(DeskSources.Counted().SelectMany(call => new[] { call with { Key = $"{call.Key}.one" }, call with { Key = $"{call.Key}.many" } }))
            .Concat(DeskSources.Dotted().Where(word => beginnings.Contains(word.Key.Split('.')[0]) && !IsCounted(word.Key)))
            .ToList();

        Assert.True(asked.Count > 200, $"Only {asked.Count} places that ask for a text were found: the sources look different now.");
        Assert.Equal([], asked.Where(place => !English.ContainsKey(place.Key)).Select(place => $"{place.File}: {place.Key}").Distinct());
    }

    [Fact]
    public void Every_text_that_is_put_together_is_there()
    {
        Assert.Equal([], OfFamilies.Except(English.Keys));
        Assert.Equal(
            [],
            DeskSources.Beginnings().Where(place => !Families.ContainsKey(place.Prefix) && !BeginningsFromTheCore.Contains(place.Prefix))
                .Select(place => $"{place.File}: {place.Prefix}. (say in {nameof(Families)} what may follow)").Distinct());
        Assert.Equal([], Families.Keys.Except(DeskSources.Beginnings().Select(place => place.Prefix)));
    }

    [Fact]
    public void No_text_is_there_for_nothing()
    {
        var used = OfFamilies.ToHashSet();
        bool IsWritten(string key) => DeskSources.All.Any(source => source.Text.Contains($"\"{key}\"", StringComparison.Ordinal));

        Assert.Equal([], English.Keys.Where(key => !used.Contains(key) && !IsWritten(key) && !(Numbered().Replace(key, "") is var whole && whole != key && IsWritten(whole))));
    }

    [Theory]
    [InlineData(0, "just now", "menos de un minuto")]
    [InlineData(59, "just now", "menos de un minuto")]
    [InlineData(60, "1 minute", "1 minuto")]
    [InlineData(3599, "59 minutes", "59 minutos")]
    [InlineData(3600, "1 hour", "1 hora")]
    [InlineData(86399, "23 hours", "23 horas")]
    [InlineData(86400, "1 day", "1 día")]
    [InlineData(59 * 86400, "59 days", "59 días")]
    [InlineData(60 * 86400, "1 month", "1 mes")]
    [InlineData(61 * 86400, "2 months", "2 meses")]
    [InlineData(729 * 86400, "23 months", "23 meses")]
    [InlineData(731 * 86400, "2 years", "2 años")]
    public void An_age_is_told_in_its_largest_whole_unit(int seconds, string english, string spanish)
    {
        Assert.Equal(english, InEnglish.Age(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(spanish, InSpanish.Age(TimeSpan.FromSeconds(seconds)));
    }

    [Theory]
    [InlineData(0, "0 requests", "0 solicitudes")]
    [InlineData(1, "1 request", "1 solicitud")]
    [InlineData(2, "2 requests", "2 solicitudes")]
    [InlineData(12345, "12,345 requests", "12.345 solicitudes")]
    public void A_number_chooses_its_text_and_is_written_as_the_country_does(int number, string english, string spanish)
    {
        Assert.Equal(english, InEnglish.Count("requests", number));
        Assert.Equal(spanish, new DeskTexts(CultureInfo.GetCultureInfo("es-ES")).Count("requests", number));
    }

    [Fact]
    public void A_country_of_the_language_reads_the_languages_texts()
    {
        Assert.Equal("es", InSpanish.Language);
        Assert.Equal("Solicitud enviada a la biblioteca socia", InSpanish.Status(BorrowingStatus.RequestSentToPartner));
        Assert.Equal("Request sent to partner", InEnglish.Status(BorrowingStatus.RequestSentToPartner));
        Assert.Equal("Pasar a la siguiente biblioteca socia", InSpanish.Trigger(Trigger.SkipPartner));
    }

    [Fact]
    public void A_host_that_runs_without_the_cultures_data_reads_the_languages_texts_too()
    {
        var texts = new DeskTexts(new NameAlone("es-MX"));

        Assert.Equal("es", texts.Language);
        Assert.Equal("Tareas", texts["tasks"]);
    }

    [Fact]
    public void Without_cultures_the_desk_speaks_English()
    {
        var texts = new DeskTexts(CultureInfo.InvariantCulture);

        Assert.Equal("en", texts.Language);
        Assert.Equal("Tasks", texts["tasks"]);
    }

    [Fact]
    public void A_text_that_is_missing_shows_its_name() => Assert.Equal("no-such-text", InSpanish["no-such-text"]);

    [Fact]
    public void A_ready_made_check_is_named_in_the_readers_language()
    {
        var check = CheckPresets.Find("active-notes")!;

        Assert.Equal("Notas activas", InSpanish.Title(check));
        Assert.Equal("Lea la nota, actúe en consecuencia y descártela.", InSpanish.Advice(check));
        Assert.Equal(check.Title, InEnglish.Title(check));
        Assert.Equal(check.Advice, InEnglish.Advice(check));
    }

    [Fact]
    public void A_hosts_own_check_keeps_its_words_even_under_the_id_of_a_ready_made_one()
    {
        var check = CheckPresets.Find("active-notes")! with { Title = "Notes of the night shift", Advice = "Read them first." };

        Assert.Equal("Notes of the night shift", InSpanish.Title(check));
        Assert.Equal("Read them first.", InSpanish.Advice(check));
        Assert.Equal("Nights", InSpanish.Title(check with { Id = "nights", Title = "Nights" }));
    }

    [Fact]
    public void A_detector_of_the_host_keeps_its_words()
    {
        var own = new AnomalyRule("lent-twice", AnomalySeverity.Error, "Lent twice", "two loans of one item", "Find out who has it.");

        Assert.Equal("Lent twice", InSpanish.Title(own));
        Assert.Equal("Find out who has it.", InSpanish.Remedy(own));
        Assert.Equal("Rota incorrecta", InSpanish.Title(AnomalyRules.Find("bad-rota")!));
    }

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order(StringComparer.Ordinal);

    private static bool IsCounted(string key) => English.ContainsKey($"{key}.one") && English.ContainsKey($"{key}.many");

    [GeneratedRegex("""\{[^}]*\}""", RegexOptions.None, 5000)]
    private static partial Regex Place();

    [GeneratedRegex("""\.(one|many)$""", RegexOptions.None, 5000)]
    private static partial Regex Numbered();

    /// <summary>A culture as a host without the cultures' data has it: a name, and nothing that follows from it.</summary>
    private sealed class NameAlone(string name) : CultureInfo(name)
    {
        public override CultureInfo Parent => InvariantCulture;

        public override string TwoLetterISOLanguageName => "iv";
    }
}
