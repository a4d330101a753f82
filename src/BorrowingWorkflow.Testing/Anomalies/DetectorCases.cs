using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Testing.Populations;
using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Anomalies;

/// <summary>Pure, deterministic and total.</summary>
internal static class DetectorCases
{
    private const int Scans = 8;

    public static async Task TotalAsync(DetectorScene scene)
    {
        foreach (var days in new[] { 0, -100, 1_000 })
        {
            await EachAsync(scene, scene.Population.Now.AddDays(days));
        }
    }

    public static async Task TwiceAsync(DetectorScene scene) =>
        Check.Same(
            DetectorScene.Lines(await scene.ScanAsync()),
            DetectorScene.Lines(await scene.ScanAsync()),
            "What the second scan found");

    public static async Task AnyOrderAsync(DetectorScene scene)
    {
        var expected = DetectorScene.Lines(await scene.ScanAsync());
        var shuffled = scene.Population.Requests.ToArray();
        new Random(scene.Seed).Shuffle(shuffled);
        foreach (var batch in new[] { 1, 7, shuffled.Length })
        {
            Check.Same(expected, DetectorScene.Lines(await scene.ScanAsync(shuffled, batch: batch)), "What a scan in another order found");
        }
    }

    public static async Task AloneAsync(DetectorScene scene)
    {
        var together = (await scene.ScanAsync()).Where(IsAboutOne);
        var alone = new List<AnomalyFinding>();
        foreach (var request in scene.Population.Requests.Reverse())
        {
            var findings = await scene.ScanAsync([request]);
            alone.AddRange(findings.Where(IsAboutOne).Where(finding => finding.Subject == request.Id.Value));
        }

        Check.Same(DetectorScene.Lines(together), DetectorScene.Lines(alone), "What was found of each request alone");
    }

    public static async Task UnchangedAsync(DetectorScene scene)
    {
        string[] before = [.. scene.Population.Requests.Select(request => StoreImage.Of(request))];
        await scene.ScanAsync();
        foreach (var (request, written) in scene.Population.Requests.Zip(before))
        {
            Check.Equal(written, StoreImage.Of(request), "A request after it was examined");
        }
    }

    public static async Task StatusesAsync(DetectorScene scene)
    {
        var statuses = scene.Population.Requests.ToDictionary(request => request.Id, request => request.Status);
        var rules = scene.Rules.ToDictionary(rule => rule.Id);
        foreach (var finding in await scene.ScanAsync())
        {
            Check.That(
                finding.Request is not { } request || rules[finding.Rule.Id].Statuses.Contains(statuses[request]),
                $"{finding.Rule.Id} found something of a request in a status that its rule does not name.");
        }
    }

    public static async Task EvidenceAsync(DetectorScene scene)
    {
        foreach (var finding in await scene.ScanAsync())
        {
            var evidence = finding.Evidence;
            Check.That(!string.IsNullOrWhiteSpace(evidence) && !evidence.Any(char.IsControl), $"The evidence of {finding.Rule.Id} is no line of words.");
            Check.That(!evidence.Contains(Population.PatronPrefix, StringComparison.Ordinal), $"The evidence of {finding.Rule.Id} names the patron.");
        }
    }

    public static async Task CultureAsync(DetectorScene scene) =>
        Check.Same(
            DetectorScene.Lines(await scene.ScanAsync()),
            DetectorScene.Lines(await Surroundings.InOddCultureAsync(scene.ScanAsync)),
            "What was found under another culture");

    public static async Task OffsetAsync(DetectorScene scene)
    {
        var expected = DetectorScene.Lines(await scene.ScanAsync());
        foreach (var offset in Surroundings.Offsets)
        {
            var found = await scene.ScanAsync(scene.Population.Requests, scene.Population.Now.ToOffset(offset));
            Check.Same(expected, DetectorScene.Lines(found), $"What was found at the same moment, written with the offset {offset}");
        }
    }

    public static async Task EmptyAsync(DetectorScene scene) =>
        Check.Same([], DetectorScene.Lines(await scene.In(Population.Empty()).ScanAsync()), "What was found in an empty store");

    public static async Task AtOnceAsync(DetectorScene scene)
    {
        var expected = DetectorScene.Lines(await scene.ScanAsync());
        foreach (var found in await Task.WhenAll(Enumerable.Range(0, Scans).Select(_ => Task.Run(scene.ScanAsync))))
        {
            Check.Same(expected, DetectorScene.Lines(found), $"What one of {Scans} scans at once found");
        }
    }

    public static async Task BareAsync(DetectorScene scene) =>
        Check.Same(
            DetectorScene.Lines(await scene.ScanAsync(scene.Population.Requests, isBare: true)),
            DetectorScene.Lines(await scene.ScanAsync(scene.Population.Requests, isBare: true)),
            "What the second scan found without a directory");

    public static async Task ImportedAsync(DetectorScene scene)
    {
        var imported = await Population.ImportedAsync(scene.Seed, CancellationToken.None);
        await EachAsync(scene.In(imported), imported.Now);
    }

    public static Task WordsAsync(DetectorScene scene)
    {
        foreach (var rule in scene.Rules)
        {
            string[] words = [rule.Id, rule.Title, rule.When, rule.Remedy];
            Check.That(words.All(word => !string.IsNullOrWhiteSpace(word)), $"\"{rule.Id}\" lacks its id, title, rule or remedy.");
            Check.That(rule.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'), $"{rule.Id} is not in lower case with hyphens.");
            Check.That(rule.Statuses.Count > 0, $"{rule.Id} looks at no status.");
            Check.That(rule.Remedies.All(Enum.IsDefined), $"{rule.Id} has a remedy that is no trigger.");
        }

        Check.Same(scene.Rules.Select(rule => rule.Id).Distinct(), scene.Rules.Select(rule => rule.Id), "The ids");
        return Task.CompletedTask;
    }

    private static async Task EachAsync(DetectorScene scene, DateTimeOffset now)
    {
        foreach (var request in scene.Population.Requests)
        {
            try
            {
                await scene.ScanAsync([request], now);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new ConformanceException($"{exception.GetType().Name} on {Population.Describe(request)}.", exception);
            }
        }

        await scene.ScanAsync(scene.Population.Requests, now);
    }

    private static bool IsAboutOne(AnomalyFinding finding) => (finding.Rule.Inputs & AnomalyInputs.Set) == 0 && finding.Request is not null;
}
