using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Testing.Stores.Given;

namespace BorrowingWorkflow.Testing.Stores;

/// <summary>Lists are searched by what somebody types.</summary>
internal static class SearchCases
{
    private const string Clause = "RequestQuery.Text";

    private static readonly (string Title, string Asked)[] Scripts =
    [
        ("Čapek, Karel: Válka s mloky", "CAPEK valka"), ("Große Straßen", "grosse strassen"), ("Cafe\u0301 Ålesund", "CAFÉ alesund"), ("Smørrebrød & æbler", "smorrebrod aebler"),
        ("Ｆｕｌｌ ｗｉｄｔｈ", "full width"), ("ﬁne ﬂowers", "fine flowers"), ("İstanbul ışık", "istanbul isik"), ("Ὀδύσσεια ὁ λόγος", "οδυσσεια ΛΟΓΟΣ"), ("Ёлка и чай", "елка ЧАИ"),
        ("紅樓夢 研究", "夢紅"), ("한국어 문법", "한국"), ("ハリー・ポッター", "ポッ"), ("العَرَبِيَّة", "العربية"), ("हिन्दी व्याकरण", "हिन्दी"), ("𐐔𐐯𐑅𐐨𐑉𐐯𐐻", "𐐼𐐯𐑅"), ("𠮷野家", "野𠮷"), ("C++ / C#: 2nd ed.", "2ND c"),
        ("It's \"quoted\" 100%", "it s quoted 100"), ("👩🏽‍🚀 in space", "space"),
    ];

    private static readonly string[] Hostile =
    [
        "'", "\"", "\"\"", "' OR 1=1 --", "%", "_", "*", "zz*", "zz%", "a OR quiet", "NOT zz", "quiet AND", "NEAR(quiet zz)", "title:quiet", "^quiet zz", "-quiet zz", "quiet \0 zz", "\0", "\u0001",
        "(quiet zz", "quiet & zz:*", "!quiet zz", "'quiet':* zz", "\\", "\ud800", "\udc00quiet zz", "{quiet zz}", "+", "@limit", "$1", "?", " ", "\u200f", "\ufdd0", "\u0301", "👍",
    ];

    public static IEnumerable<StoreCase> All =>
    [
        new("STORE-68", Clause, "A request is found by its id, by how its id begins, by its external id and by each identifier", ByIds),
        new("STORE-69", Clause, "A request is found by words that begin words of its title, in any order", ByWords),
        new("STORE-70", Clause, "Words are found without case and accents, in every script", InEveryScript),
        new("STORE-71", Clause, "A text without words that is no id finds nothing, and no text does harm", HostileTexts),
        new("STORE-72", Clause, "A text and every other condition, in every order and page size, find what both find", trial => ListCases.EveryAnswer(trial, 150, SampleRequests.Searches, 4)),
        new("STORE-73", Clause, "A request is found by what it is called now, and after a purge by its id alone", AfterASave),
        new("STORE-74", "SearchWords.Most", "Of very long titles and texts the first words count, and the others do no harm", VeryLong),
    ];

    private static async Task ByIds(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAllAsync(
        [
            Save(ARequest("ILL-0815", with: request => (request.ExternalId, request.Citation) = ("EXT 7/a", new() { Title = "One", Isbn = "978-0-06-051275-0", Oclc = "ocm 123456" }))),
            Save(ARequest("ill-0816", with: request => (request.ExternalId, request.Citation) = ("EXT 7/b", new() { Title = "Two", Issn = "0028‑0836", Doi = "10.1000/XYZ-1" }))),
            Save(ARequest("ILL-08160", with: request => request.Citation = new() { Title = "Three", Isbn = "080442957x" })),
            Save(ARequest("ÉTÉ-1", with: request => request.Citation = new() { Title = "Four" })),
            Save(ARequest("9780060512750", with: request => request.Citation = new() { Title = "Five" })),
        ]);

        await Finds(store, "ILL-0815", "ILL-0815");
        await Finds(store, "  ill-0815\t", "ILL-0815");
        await Finds(store, "Ill-08", "ILL-0815", "ILL-08160", "ill-0816");
        await Finds(store, "ILL-0816", "ILL-08160", "ill-0816");
        await Finds(store, "LL-0815");
        await Finds(store, "ÉTÉ-", "ÉTÉ-1");
        await Finds(store, "été-1");
        await Finds(store, "EXT 7/a", "ILL-0815");
        await Finds(store, "ext 7/a");
        await Finds(store, "EXT 7");
        await Finds(store, "9780060512750", "9780060512750", "ILL-0815");
        await Finds(store, "978 0-06-0512750", "ILL-0815");
        await Finds(store, "978006051275", "9780060512750");
        await Finds(store, "0-8044-2957-X", "ILL-08160");
        await Finds(store, "00280836", "ill-0816");
        await Finds(store, "OCM123456", "ILL-0815");
        await Finds(store, "10.1000/xyz-1", "ill-0816");
    }

    private static async Task ByWords(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAllAsync(
        [
            Save(ARequest("R-1", with: request => request.Citation = new() { Title = "The history of surfing in California" })),
            Save(ARequest("R-2", with: request => request.Citation = new() { Title = "California: a history" })),
            Save(ARequest("R-3", BorrowingStatus.RequestCompleted, request => request.Citation = new() { Title = "Calico cats (historical)" })),
            Save(ARequest("R-4", with: request => request.Citation = new() { Author = "History" })),
            Save(ARequest("R-5", with: request => request.Citation = new() { Title = "" })),
        ]);

        await Finds(store, "history california", "R-1", "R-2");
        await Finds(store, "CALI hist", "R-1", "R-2", "R-3");
        await Finds(store, "california, surf!", "R-1");
        await Finds(store, "fornia");
        await Finds(store, "history of cats");
        await Finds(store, "h h h", "R-1", "R-2", "R-3");
        await Finds(store, "historys");
    }

    private static async Task InEveryScript(StoreTrial trial)
    {
        await trial.Store.SaveAllAsync(Scripts.Select((one, i) => Save(ARequest($"R-{i:00}", with: request => request.Citation = new() { Title = one.Title }))));
        for (var i = 0; i < Scripts.Length; i++)
        {
            await Finds(trial.Store, Scripts[i].Asked, $"R-{i:00}");
            await Finds(trial.Store, Scripts[i].Title, $"R-{i:00}");
        }
    }

    private static async Task HostileTexts(StoreTrial trial)
    {
        var store = trial.Store;
        await store.SaveAllAsync(
        [
            Save(ARequest("R-1", with: request => request.Citation = new() { Title = "A quiet life" })),
            Save(ARequest("R-2", with: request => request.Citation = new() { Title = "' \" % * \0 👍" })),
        ]);
        foreach (var text in Hostile)
        {
            await Finds(store, text);
        }

        await Finds(store, "quiet OR life");
        await Finds(store, "quiet*", "R-1");
        await Finds(store, "\"quiet\" (life) -a %", "R-1");
        await Finds(store, "");
        Check.Same(["R-1", "R-2"], await store.Ids(new()), "the list of everything after all of that");
    }

    private static async Task AfterASave(StoreTrial trial)
    {
        var store = trial.Store;
        var first = ARequest("R-1", with: request => (request.ExternalId, request.Citation) = ("first", new() { Title = "Wrong title", Isbn = "1-1" }));
        var second = first.Next(request => (request.ExternalId, request.Citation) = ("second", new() { Title = "Right title", Isbn = "2-2" }));
        await store.SaveAsync(Save(first));
        await store.SaveAsync(Save(second));
        await Finds(store, "wrong");
        await Finds(store, "first");
        await Finds(store, "11");
        await Finds(store, "right", "R-1");
        await Finds(store, "second", "R-1");
        await Finds(store, "22", "R-1");

        var third = second.Next(request => request.Citation = new());
        await store.SaveAsync(Save(third));
        await Finds(store, "right");
        await Finds(store, "22");
        await store.SaveAsync(Save(third = third.Next(request => request.Citation = new() { Title = "Third title" })));
        await Finds(store, "third", "R-1");

        await store.SaveAsync(Purge(third));
        await Finds(store, "third");
        await Finds(store, "title");
        await Finds(store, "r-1", "R-1");
    }

    private static async Task VeryLong(StoreTrial trial)
    {
        var store = trial.Store;
        var title = string.Join(' ', Enumerable.Range(0, 5000).Select(i => $"word{i}x"));
        var word = new string('y', 10_000);
        await store.SaveAllAsync(
        [
            Save(ARequest("R-1", with: request => request.Citation = new() { Title = title, Isbn = title, Doi = word })),
            Save(ARequest("R-2", with: request => (request.ExternalId, request.Citation) = (word, new() { Title = word }))),
            Save(ARequest("R-3", with: request => request.Citation = new() { Title = string.Concat(Enumerable.Repeat("e\u0301\u0300", 3000)) })),
        ]);

        await Finds(store, "word99x", "R-1");
        await Finds(store, "word100x");
        await Finds(store, title, "R-1");
        await Finds(store, word, "R-2");
        await Finds(store, word + "z", "R-2");
        await Finds(store, "eeeee", "R-3");

        var asked = string.Join(' ', Enumerable.Range(0, SearchWords.MostAsked).Select(i => $"word{i}"));
        await Finds(store, asked + " nowhere", "R-1");
        await Finds(store, "nowhere " + asked);
        await Finds(store, string.Concat(Enumerable.Repeat("nowhere' OR \"x\" * %_ ", 500)));
    }

    private static async Task Finds(IRequestReader store, string text, params string[] expected) => Check.Same(
        expected.Order(StringComparer.Ordinal),
        (await store.Ids(new() { Text = text }, 3)).Order(StringComparer.Ordinal),
        $"what is found by {System.Text.Json.JsonSerializer.Serialize(text.Length > 100 ? text[..100] : text)}");
}
