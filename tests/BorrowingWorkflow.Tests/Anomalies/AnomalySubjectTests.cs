using BorrowingWorkflow.Anomalies;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Tests.Anomalies;

public sealed class AnomalySubjectTests
{
    [Fact]
    public void A_detector_that_needs_the_snapshot_and_was_shown_none_says_so()
    {
        var row = new ScannedRequest(new("R1", "SDSU", BorrowingStatus.RequestCompleted, AnomalyDesk.Now, RequestTraits.Final), null);
        var subject = new AnomalySubject(in row, AnomalyDesk.Now, new WorkCalendar(), [], null);
        Assert.Equal(
            "The detector looks at the snapshot and was shown none.", Assert.Throws<InvalidOperationException>(() => subject.Snapshot).Message);
    }
}
