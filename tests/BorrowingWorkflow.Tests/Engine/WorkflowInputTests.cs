using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Tests.Engine;

public sealed class WorkflowInputTests
{
    /// <summary>Stores keep these names: another would let every message of before come twice.</summary>
    [Theory]
    [InlineData(Actor.Patron, "patron")]
    [InlineData(Actor.Staff, "staff")]
    [InlineData(Actor.System, "system")]
    [InlineData(Actor.Partner, "partner:CSUN")]
    public void A_message_is_known_by_request_sender_and_id(Actor by, string sender) =>
        Assert.Equal(
            new MessageKey("R1", sender, "m-1"),
            new WorkflowInput { Request = "R1", Trigger = Trigger.AddNote, By = by, Partner = "CSUN", MessageId = "m-1" }.Key);
}
