using BorrowingWorkflow.Testing.Stores;

namespace BorrowingWorkflow.Testing.Choirs;

/// <summary>
/// What the workflow promises on a store when hundreds of inputs come at once: each gets its one verdict, nothing is lost, and the outcome is
/// that of the same inputs one after another.
/// </summary>
/// <param name="open">Makes an empty storage for one case; the suite disposes of it.</param>
public sealed class ChoirSuite(Func<StoreHarness> open) : ConformanceSuite
{
    private protected override IEnumerable<ConformanceCase> List() =>
    [
        Case("01", "IRequestStore.SaveAsync", "Of hundreds of inputs at once each is in the history, once", ChoirCases.OneEventEachAsync),
        Case("02", "Verdict.Duplicate", "Of a message that comes many times at once one counts, and the others are told its verdict", ChoirCases.DuplicatesAsync),
        Case("03", "TransitionResult", "What a caller was told is what the history says", ChoirCases.ToldAsync),
        Case("04", "BorrowingRequest.Version", "Revisions have no gap, and the version counts what was applied", ChoirCases.VersionsAsync),
        Case("05", "IBorrowingWorkflow", "The history, replayed in its order on a fresh workflow, gives the same verdicts and the same request", ChoirCases.ReplayAsync),
        Case("06", "IOutbox", "The effects are those of what was applied, no more and no fewer", ChoirCases.EffectsAsync),
        Case("07", "IDeadlineSource", "Deadlines that many sweepers find, while others are at work, fire once", ChoirCases.SweepersAsync),
        Case("08", "IOutbox.LeaseAsync", "Effects that many dispatchers find are carried out once each", ChoirCases.DispatchersAsync),
        Case("09", "RequestId", "Many requests at once keep their histories apart", ChoirCases.ManyRequestsAsync),
        Case("10", "StoreCapabilities.Shared", "Several views decide as one, where they share the storage, and apart where they do not", ChoirCases.ViewsAsync),
        Case("11", "StoreCapabilities.Durable", "After a restart everything is as it was, or as it was at first where nothing lasts", ChoirCases.RestartAsync),
    ];

    private ConformanceCase Case(string number, string clause, string title, Func<ChoirHall, Task> prove) =>
        new($"CHOIR-{number}", clause, title, async cancellationToken =>
        {
            var harness = open();
            await using (harness.ConfigureAwait(false))
            {
                var hall = new ChoirHall(harness, Seed, cancellationToken);
                await using (hall.ConfigureAwait(false))
                {
                    await prove(hall).ConfigureAwait(false);
                }
            }
        });
}
