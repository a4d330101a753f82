using BorrowingWorkflow.AspNetCore.Desk;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public class DeskNoticeTests
{
    [Fact]
    public void What_was_done_is_said_on_the_next_page()
    {
        var address = DeskLinks.With("/desk", DeskNotice.Moved("R-1", Trigger.Send, BorrowingStatus.RequestSentToPartner));

        Assert.Equal(new("R-1: Send now. It is now \"Request sent to partner\".", IsGood: true), DeskNotice.Of(DeskCalls.Of(address)));
    }

    [Theory]
    [InlineData("none-chosen", false)]
    [InlineData("dismissal-incomplete", false)]
    [InlineData("dismissed", true)]
    [InlineData("scanning", true)]
    public void What_else_was_done_is_said_too(string what, bool isGood) =>
        Assert.Equal(isGood, DeskNotice.Of(DeskCalls.Of(DeskLinks.With("/desk", DeskNotice.Saying(what))))?.IsGood);

    [Theory]
    [InlineData("")]
    [InlineData("?said=")]
    [InlineData("?said=Send%20money%20to%20Mallory")]
    [InlineData("?said=moved")]
    [InlineData("?said=moved&of=R-1&by=Send")]
    [InlineData("?said=moved&of=R-1&by=Send&to=Heaven")]
    [InlineData("?said=moved&of=R-1&by=Send&to=200")]
    [InlineData("?said=moved&of=R-1&by=200&to=Expired")]
    [InlineData("?said=moved&of=%0A&by=Send&to=Expired")]
    [InlineData("?said=ticked&of=no-such-check")]
    public void Nobody_makes_the_desk_say_something_by_a_link(string query) => Assert.Null(DeskNotice.Of(DeskCalls.Of($"/desk{query}")));
}
