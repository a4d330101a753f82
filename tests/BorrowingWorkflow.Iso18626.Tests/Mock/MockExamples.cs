using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;

namespace BorrowingWorkflow.Iso18626.Tests.Mock;

/// <summary>The code of docs/iso18626.md about the mock lender.</summary>
public sealed class MockExamples
{
    [Fact]
    public void A_test_plays_a_lender()
    {
        var wire = new ABorrower("loaned");
        wire.Asks();
        var request = wire.Lender.Exchanges[0].Bytes;

        #region docs:mock
        var lender = new MockLender(MockScenario.Find("unfilled")!, new() { Delay = TimeSpan.Zero });

        // The body of an HTTP POST goes in; the status code and the body of the answer come out.
        var answer = lender.Receive(request);

        // What the lender then says; MockCourier would bring it to the borrower.
        var said = lender.TakeDue();
        Console.WriteLine($"{answer}, {lender.Tally.Requests} request, {said[0]}");
        #endregion

        Assert.Equal("HTTP 200", answer.ToString());
        Assert.Equal("-> SupplyingAgencyMessage R-1 RequestResponse Unfilled", Assert.Single(said).ToString());
        Assert.Equal(SupplyStatus.Unfilled, lender.StatusOf("R-1"));
    }
}
