using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Testing.Populations;

namespace BorrowingWorkflow.Testing.Anomalies;

/// <summary>What detectors promise: the same findings from the same requests, whatever else is going on, and for whatever request there is.</summary>
public sealed class DetectorSuite : ConformanceSuite
{
    private readonly IReadOnlyList<IAnomalyDetector>? _detectors;

    /// <summary>Proves detectors of the host's own.</summary>
    /// <param name="detectors">The detectors.</param>
    public DetectorSuite(params IReadOnlyList<IAnomalyDetector> detectors) => _detectors = detectors;

    private DetectorSuite()
    {
    }

    /// <summary>Proves the detectors that come with the package.</summary>
    internal static DetectorSuite OfThePackage() => new();

    private protected override IEnumerable<ConformanceCase> List() =>
    [
        Case("01", "ExamineAsync", "A request in any status, with any traits, is examined without an exception", DetectorCases.TotalAsync),
        Case("02", "ExamineAsync", "Examined twice, a request gives the same finding", DetectorCases.TwiceAsync),
        Case("03", "ExamineAsync", "Examined in any order, requests give the same findings", DetectorCases.AnyOrderAsync),
        Case("04", "ExamineAsync", "A finding about one request does not depend on the others", DetectorCases.AloneAsync),
        Case("05", "ExamineAsync", "Examining changes nothing", DetectorCases.UnchangedAsync),
        Case("06", "AnomalyRule.Statuses", "Findings are about requests in the statuses that the rule names", DetectorCases.StatusesAsync),
        Case("07", "AnomalyFinding.Evidence", "The evidence is a line of words without patron data", DetectorCases.EvidenceAsync),
        Case("08", "ExamineAsync", "The findings do not depend on the culture", DetectorCases.CultureAsync),
        Case("09", "AnomalySubject.Now", "The findings do not depend on the offset that the moment is written with", DetectorCases.OffsetAsync),
        Case("10", "IAnomalyDetector", "On an empty store nothing is found", DetectorCases.EmptyAsync),
        Case("11", "IAnomalyDetector", "Many scans at once find the same", DetectorCases.AtOnceAsync),
        Case("12", "AnomalySubject.FindPartner", "Without a directory and an item source the scan comes to its end", DetectorCases.BareAsync),
        Case("13", "AnomalySubject.Request", "An imported request, of which next to nothing is known, is examined without an exception", DetectorCases.ImportedAsync),
        Case("14", "AnomalyRule", "Id, title, rule and remedy are there, ids are unique, and remedies are triggers", DetectorCases.WordsAsync),
    ];

    private ConformanceCase Case(string number, string clause, string title, Func<DetectorScene, Task> prove) =>
        new($"DETECTOR-{number}", clause, title, async cancellationToken =>
        {
            var population = await Population.MakeAsync(Seed, cancellationToken).ConfigureAwait(false);
            await prove(new(_detectors, population, Seed, cancellationToken)).ConfigureAwait(false);
        });
}
