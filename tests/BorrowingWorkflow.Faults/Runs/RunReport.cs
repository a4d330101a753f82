using BorrowingWorkflow.Faults.Checking;

namespace BorrowingWorkflow.Faults.Runs;

/// <summary>What a run came to.</summary>
/// <param name="Store">The store.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Counts">What happened, and how often.</param>
/// <param name="Findings">The promises that were broken; empty where all were kept.</param>
/// <param name="Evidence">What the checker looked at.</param>
internal sealed record RunReport(
    string Store, int Seed, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<Finding> Findings, Evidence Evidence)
{
    private const int MostShown = 40;

    /// <summary>The kinds of faults that the run had to offer, as they are counted.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public bool IsGood => Findings.Count == 0;

    public override string ToString() => string.Join('\n',
    [
        $"{Store}, seed {Seed}",
        .. Counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"  {count.Value,8:N0} {count.Key}"),
        IsGood ? "  every promise was kept" : $"  {Findings.Count} promises were broken:",
        .. Findings.Take(MostShown).Select(finding => $"  - {finding}"),
        .. IsGood ? (string[])[] : [$"  again: dotnet run -c Release --project tests/BorrowingWorkflow.Faults -- run --store {Store} --seed {Seed}"],
    ]);
}
