using System.Globalization;
using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Testing.Anomalies;
using BorrowingWorkflow.Testing.Tests.Controls;

namespace BorrowingWorkflow.Testing.Tests.Anomalies;

public class DetectorControlTests
{
    private static readonly ControlTable Table = new(
        "detector",
        new DetectorSuite(new OwnDetector(_ => null)),
        [
            Of("01", "It takes the snapshot for granted, which a plain final request is shown without", "NullReferenceException on request RequestCompleted-0", () => subject =>
                subject.Summary.Status == BorrowingStatus.RequestCompleted ? subject.Request!.Assignee : null),
            Of("02", "It counts how often it was asked", "What the second scan found", Counting),
            Of("03", "It says which request it met before", "in another order found", WithTheOneBefore),
            Of("04", "It looks at the request that it examined before", "of each request alone", WithTheOneBefore),
            Of("05", "It assigns what it finds", "A request after it was examined", () => Assigning),
            Control("06", "Its rule names other statuses each time", "that its rule does not name", () => new OwnDetector(_ => "Found.", OtherStatuses())),
            Of("07", "It names the patron", "names the patron", () => subject => subject.Request?.Patron?.Id),
            Of("08", "It writes numbers as the culture does", "under another culture", () => subject => (subject.Age.TotalDays + 0.25).ToString("N2", CultureInfo.CurrentCulture)),
            Of("09", "It writes the day as the moment has it", "written with the offset", () => subject => subject.Now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
            Control("10", "It takes its rule from the first request that it meets", "it ended in InvalidOperationException: Nothing met yet.", AfterTheFirst),
            Of("11", "Two scans get into each other's way", "it ended in InvalidOperationException: Two at once.", OneAtATime),
            Of("12", "It takes a directory for granted", "it ended in NullReferenceException", () => subject => subject.FindPartner("CHICO")!.Name),
            Of("13", "It takes for granted that a loan has a rota", "on request R-LoanedItemToPatron in LoanedItemToPatron", () => subject =>
                subject.Summary.Status == BorrowingStatus.LoanedItemToPatron ? subject.Request!.Rota[0].Partner : null),
            Control("14", "It does not say what to do", "lacks its id, title, rule or remedy", () => new OwnDetector(_ => null, () => OwnDetector.AnyRequest with { Remedy = "" })),
        ]);

    public static IEnumerable<object[]> Rows => Table.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public Task A_broken_detector_fails_its_case(string id) => Table.EnsureFailsAsync(id);

    [Fact]
    public void Every_case_has_a_broken_detector() => Table.EnsureOneForEachCase();

    [Fact]
    public void The_table_in_the_docs_is_this_one() => Table.EnsurePage();

    private static NegativeControl Of(string number, string broken, string says, Func<Func<AnomalySubject, string?>> examine) =>
        Control(number, broken, says, () => new OwnDetector(examine()));

    private static NegativeControl Control(string number, string broken, string says, Func<IAnomalyDetector> detector) =>
        new($"DETECTOR-{number}", broken, says, () => new DetectorSuite(detector()));

    private static Func<AnomalySubject, string?> Counting()
    {
        var calls = 0;
        return _ => string.Create(CultureInfo.InvariantCulture, $"Asked {++calls} times.");
    }

    private static Func<AnomalySubject, string?> WithTheOneBefore()
    {
        var before = "none";
        return subject =>
        {
            var evidence = $"It follows {before}.";
            before = subject.Summary.Id.Value;
            return evidence;
        };
    }

    private static string? Assigning(AnomalySubject subject)
    {
        if (subject.Request is { } request)
        {
            request.Assignee = "somebody";
        }

        return null;
    }

    private static Func<AnomalyRule> OtherStatuses()
    {
        var calls = 0;
        return () => OwnDetector.AnyRequest with
        {
            Statuses = [++calls % 2 == 0 ? BorrowingStatus.LoanedItemToPatron : BorrowingStatus.ReadyToBeSent],
        };
    }

    private static OwnDetector AfterTheFirst()
    {
        string? title = null;
        return new(
            subject => title = subject.Summary.Status.Label(),
            () => OwnDetector.AnyRequest with { Title = title ?? throw new InvalidOperationException("Nothing met yet.") });
    }

    private static Func<AnomalySubject, string?> OneAtATime()
    {
        var meeting = new Meeting();
        return subject =>
        {
            if (subject.Summary.Id == "ReadyToBeSent-0")
            {
                meeting.Visit();
            }

            return null;
        };
    }
}
