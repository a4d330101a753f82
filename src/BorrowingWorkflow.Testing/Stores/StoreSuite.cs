namespace BorrowingWorkflow.Testing.Stores;

/// <summary>What every store promises: a host runs each case on its own store.</summary>
/// <remarks>
/// Each case gets a harness of its own, and no case waits for a clock. Cases that let many callers write at once depend on the scheduler for
/// their course, but not for their outcome.
/// </remarks>
/// <param name="open">Makes a harness: called once for each case that runs.</param>
public sealed class StoreSuite(Func<StoreHarness> open) : ConformanceSuite
{
    private static readonly IReadOnlyList<StoreCase> All =
    [
        .. ReadingCases.All, .. TextCases.All, .. RevisionCases.All, .. MessageCases.All, .. AtomicityCases.All, .. ListCases.All, .. PagingCases.All, .. SearchCases.All,
        .. ScanCases.All, .. OutboxCases.All, .. SettlementCases.All, .. SendCases.All, .. DeadlineCases.All, .. BacklogCases.All, .. DeskLogCases.All,
        .. ErasureCases.All, .. RestartCases.All, .. SharingCases.All, .. CancellationCases.All, .. CrowdCases.All,
    ];

    private protected override IEnumerable<ConformanceCase> List() => All
        .Select(one => new ConformanceCase(one.Id, one.Clause, one.Title, token => ProveAsync(one, token)))
        .Append(new("STORE-67", "IWorkflowStore", "A store agrees with the one in memory over a thousand random operations", AgreesAsync))
        .OrderBy(one => one.Id, StringComparer.Ordinal);

    private Task AgreesAsync(CancellationToken cancellationToken) => new StoreModelRun(open) { Seed = Seed }.RunAsync(cancellationToken);

    private async Task ProveAsync(StoreCase one, CancellationToken cancellationToken)
    {
        var trial = await StoreTrial.BeginAsync(open(), Seed, cancellationToken).ConfigureAwait(false);
        await using var ending = trial.ConfigureAwait(false);
        await one.Prove(trial).ConfigureAwait(false);
    }
}
