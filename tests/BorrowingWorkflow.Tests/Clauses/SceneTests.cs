using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Clauses;

public class SceneTests
{
    public static TheoryData<BorrowingStatus> Statuses => [.. BorrowingStatusExtensions.All];

    [Theory, MemberData(nameof(Statuses))]
    public void Every_status_has_an_ordinary_way_to_it(BorrowingStatus status) =>
        Assert.Equal(status, Scene.ARequest().In(status).Request.Status);
}
