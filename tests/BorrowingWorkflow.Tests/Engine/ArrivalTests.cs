using BorrowingWorkflow.Machine;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class ArrivalTests
{
    [Fact]
    public void A_status_is_entered_when_it_is_decided_except_by_an_import()
    {
        var received = ARequest().In(ShippedPhysically).AfterDays(2).Staff(Trigger.Receive, new() { EnteredAt = Start.AddDays(-9) });
        Assert.Equal(received.Now, received.Request.EnteredAt);
        var imported = ARequest().System(Trigger.Import, new() { Library = Library, Status = WillSupply, Partners = ["CSUN"], EnteredAt = Start.AddDays(-9) });
        Assert.Equal(Start.AddDays(-9), imported.Request.EnteredAt);
    }

    [Fact]
    public void That_a_hold_ran_out_is_forgotten_when_the_item_leaves_the_shelf()
    {
        var shelved = ARequest().In(PhysicallyReceivedByLibrary).Due();
        Assert.True(shelved.Request.Facts.HoldExpired);
        Assert.False(shelved.Loaned().Request.Facts.HoldExpired);
    }
}
