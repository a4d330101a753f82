using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Populations;

namespace BorrowingWorkflow.Testing.Checks;

/// <summary>Pure, deterministic and total.</summary>
internal static class CheckPolicyCases
{
    private const int Threads = 8;

    public static async Task TotalAsync(CheckScene scene)
    {
        var imported = scene.In(await Population.ImportedAsync(scene.Seed, CancellationToken.None));
        foreach (var policy in scene.Policies)
        {
            foreach (var context in scene.Contexts)
            {
                var selection = policy.Select(context);
                foreach (var (summary, request) in scene.Summaries.Concat(imported.Summaries).Zip(scene.Population.Requests.Concat(imported.Population.Requests)))
                {
                    try
                    {
                        _ = selection.Includes(in summary);
                    }
                    catch (Exception exception)
                    {
                        throw new ConformanceException($"{policy.Id} threw {exception.GetType().Name} on {Population.Describe(request)}.", exception);
                    }
                }
            }
        }
    }

    public static Task TwiceAsync(CheckScene scene) => EachAsync(scene, (policy, context) =>
    {
        var selection = policy.Select(context);
        var first = CheckScene.Members(selection, scene.Summaries);
        Check.Same(first, CheckScene.Members(selection, scene.Summaries), $"{policy.Id}, asked again");
        Check.Same(first, CheckScene.Members(policy.Select(context), scene.Summaries), $"{policy.Id}, selected again");
    });

    public static Task AnyOrderAsync(CheckScene scene) => EachAsync(scene, (policy, context) =>
    {
        var expected = CheckScene.Members(policy.Select(context), scene.Summaries).Order(ById);
        var shuffled = scene.Summaries.ToArray();
        new Random(scene.Seed).Shuffle(shuffled);
        Check.Same(expected, CheckScene.Members(policy.Select(context), shuffled).Order(ById), $"{policy.Id}, asked in another order");
        var alone = scene.Summaries.Where(summary => policy.Select(context).Includes(in summary)).Select(summary => summary.Id);
        Check.Same(expected, alone.Order(ById), $"{policy.Id}, asked for one at a time");
    });

    public static Task OtherSelectionAsync(CheckScene scene) => EachAsync(scene, (policy, context) =>
    {
        var selection = policy.Select(context);
        var first = CheckScene.Members(selection, scene.Summaries);
        foreach (var other in scene.Contexts)
        {
            policy.Select(other);
            Check.Same(first, CheckScene.Members(selection, scene.Summaries), $"{policy.Id}, after another selection was made");
        }
    });

    public static async Task AgreementAsync(CheckScene scene)
    {
        foreach (var policy in scene.Policies)
        {
            var selected = CheckScene.Members(policy.Select(new(scene.Population.Now)), scene.Summaries).Order(ById);
            Check.Same(selected, Ids(await scene.ReportAsync(policy)), $"{policy.Id} in the report");
            Check.Same(selected, Ids(await scene.PagesAsync(policy, 7)), $"{policy.Id} on pages");
        }
    }

    public static async Task NarrowedAsync(CheckScene scene)
    {
        foreach (var policy in scene.Policies)
        {
            var all = await scene.PagesAsync(policy, 50);
            foreach (var library in scene.Summaries.Select(summary => summary.Library).Distinct())
            {
                await EnsureAsync(
                    policy, new() { Library = library }, all.Where(member => member.Library == library), $"narrowed to library {library}");
            }

            await EnsureAsync(policy, new() { Partner = "CHICO" }, all.Where(member => member.Partner == "CHICO"), "narrowed to a partner");
            await EnsureAsync(policy, new() { Assignee = "ana" }, all.Where(member => member.Assignee == "ana"), "narrowed to a member of staff");
        }

        async Task EnsureAsync(CheckPolicy policy, CheckRequest request, IEnumerable<RequestSummary> expected, string when)
        {
            // A policy may be for one library itself; narrowed to another it holds nothing.
            var ids = Ids(expected);
            Check.Same(ids, Ids(await scene.PagesAsync(policy, 50, request)), $"{policy.Id}, {when}, on pages");
            Check.Same(ids, Ids(await scene.ReportAsync(policy, request)), $"{policy.Id}, {when}, in the report");
        }
    }

    public static async Task CultureAsync(CheckScene scene)
    {
        foreach (var policy in scene.Policies)
        {
            var expected = Ids(await scene.ReportAsync(policy));
            Check.Same(expected, Ids(await Surroundings.InOddCultureAsync(() => scene.ReportAsync(policy))), $"{policy.Id} under another culture");
        }
    }

    public static Task OffsetAsync(CheckScene scene) => EachAsync(scene, (policy, context) =>
    {
        var expected = CheckScene.Members(policy.Select(context), scene.Summaries);
        foreach (var offset in Surroundings.Offsets)
        {
            var elsewhere = new CheckContext(context.Now.ToOffset(offset), context.LastRun?.ToOffset(offset));
            Check.Same(expected, CheckScene.Members(policy.Select(elsewhere), scene.Summaries), $"{policy.Id} at the same moment, written with the offset {offset}");
        }
    });

    public static async Task EmptyAsync(CheckScene scene)
    {
        var empty = scene.In(Population.Empty());
        foreach (var policy in scene.Policies)
        {
            Check.Equal(0, (await empty.ReportAsync(policy)).Count, $"Members of {policy.Id} in the report");
            Check.Equal(0, (await empty.PagesAsync(policy, 1)).Count, $"Members of {policy.Id} on pages");
        }
    }

    public static async Task AtOnceAsync(CheckScene scene)
    {
        foreach (var policy in scene.Policies)
        {
            var selection = policy.Select(new(scene.Population.Now));
            var expected = CheckScene.Members(selection, scene.Summaries);
            var answers = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => OnAThreadOfItsOwn(() => CheckScene.Members(selection, scene.Summaries))));
            foreach (var answer in answers)
            {
                Check.Same(expected, answer, $"{policy.Id}, asked by {Threads} threads at once");
            }
        }
    }

    public static async Task OrderAsync(CheckScene scene)
    {
        foreach (var policy in scene.Policies)
        {
            Check.That(Enum.IsDefined(policy.Order), $"{policy.Id} has no order that there is, but {policy.Order}.");
            var report = await scene.ReportAsync(policy);
            var pages = await scene.PagesAsync(policy, 3);
            var inOrder = report.Order(Comparer<RequestSummary>.Create(
                (one, other) => ListOrder.Compare(policy.Order, in one, ListOrder.KeyOf(policy.Order, in other), other.Id)));
            Check.Same(inOrder.Select(member => member.Id), report.Select(member => member.Id), $"The order of {policy.Id} in the report");
            Check.Same(report.Select(member => member.Id), pages.Select(member => member.Id), $"The order of {policy.Id} on pages");
        }
    }

    public static Task WordsAsync(CheckScene scene)
    {
        foreach (var policy in scene.Policies)
        {
            string[] words = [policy.Id, policy.Preset, policy.Title, policy.Selects];
            Check.That(words.All(word => !string.IsNullOrWhiteSpace(word)), $"\"{policy.Id}\" lacks its id, preset, title or rule.");
            Check.That(Enum.IsDefined(policy.Cadence), $"{policy.Id} has no cadence that there is.");
            Check.That(policy.Remedies.All(Enum.IsDefined), $"{policy.Id} has a remedy that is no trigger.");
        }

        Check.Same(scene.Policies.Select(policy => policy.Id).Distinct(), scene.Policies.Select(policy => policy.Id), "The ids");
        return Task.CompletedTask;
    }

    private static Task<List<RequestId>> OnAThreadOfItsOwn(Func<List<RequestId>> ask) =>
        Task.Factory.StartNew(ask, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static IComparer<RequestId> ById { get; } = Comparer<RequestId>.Create((one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static List<RequestId> Ids(IEnumerable<RequestSummary> members) => [.. members.Select(member => member.Id).Order(ById)];

    private static Task EachAsync(CheckScene scene, Action<CheckPolicy, CheckContext> prove)
    {
        foreach (var policy in scene.Policies)
        {
            foreach (var context in scene.Contexts)
            {
                prove(policy, context);
            }
        }

        return Task.CompletedTask;
    }
}
