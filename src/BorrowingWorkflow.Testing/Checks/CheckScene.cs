using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Populations;

namespace BorrowingWorkflow.Testing.Checks;

/// <summary>A case at work: the policies, and requests to try them on.</summary>
internal sealed class CheckScene(IReadOnlyList<CheckPolicy> policies, Population population, int seed, CancellationToken cancellationToken)
{
    public IReadOnlyList<CheckPolicy> Policies => policies;

    public Population Population => population;

    public int Seed => seed;

    public CheckRunner Runner { get; } = new(population.Store, population.Store);

    public IReadOnlyList<RequestSummary> Summaries { get; } = [.. population.Requests.Select(RequestSummary.Of)];

    /// <summary>Never worked, just worked, worked long ago and, as clocks go, worked in the future.</summary>
    public IEnumerable<CheckContext> Contexts =>
    [
        new(population.Now),
        new(population.Now, population.Now),
        new(population.Now, population.Now.AddDays(-60)),
        new(population.Now, population.Now.AddDays(60)),
        new(population.Now.AddDays(-100)),
        new(population.Now.AddYears(3)),
    ];

    public CheckScene In(Population other) => new(policies, other, seed, cancellationToken);

    /// <summary>Who is on the list, asked one summary after another.</summary>
    public static List<RequestId> Members(CheckSelection selection, IEnumerable<RequestSummary> summaries) =>
        [.. summaries.Where(summary => selection.Includes(in summary)).Select(summary => summary.Id)];

    public async Task<IReadOnlyList<RequestSummary>> ReportAsync(CheckPolicy policy, CheckRequest? request = null)
    {
        var report = await Runner.RunAsync(Ask(policy, request), cancellationToken).ConfigureAwait(false);
        var entry = report.Entries[0];
        Check.Equal(entry.Members.Count, entry.Count, $"The count of {policy.Id}");
        return entry.Members;
    }

    public async Task<IReadOnlyList<RequestSummary>> PagesAsync(CheckPolicy policy, int size, CheckRequest? request = null)
    {
        var members = new List<RequestSummary>();
        string? after = null;
        do
        {
            var page = await Runner.MembersAsync(policy, Ask(policy, request), size, after, cancellationToken).ConfigureAwait(false);
            members.AddRange(page.Requests);
            after = page.Next;
        }
        while (after is not null);
        return members;
    }

    private CheckRequest Ask(CheckPolicy policy, CheckRequest? request) =>
        (request ?? new()) with { Policies = [policy], Now = request?.Now ?? population.Now, Members = int.MaxValue };
}
