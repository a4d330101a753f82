using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Samples.Transport;
using BorrowingWorkflow.Testing.Fakes;

namespace BorrowingWorkflow.Samples;

public sealed class MailroomTests
{
    [Fact]
    public async Task An_answer_moves_the_request_and_the_same_again_does_not()
    {
        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        var mailroom = new Mailroom(world.Get<IBorrowingWorkflow>());
        var due = world.Clock.GetUtcNow().AddDays(30);
        var shipped = new Answer("letter-1", request.Id.Value, Trigger.PartnerShipped) { DueDate = due };

        var first = await mailroom.TakeAsync(request.Active!.Partner, shipped);
        var again = await mailroom.TakeAsync(request.Active!.Partner, shipped);

        Assert.Equal((Verdict.Applied, Verdict.Duplicate), (first.Verdict, again.Verdict));
        var now = await world.FindAsync(request.Id);
        Assert.Equal((BorrowingStatus.ShippedPhysically, due), (now.Status, now.LenderDueDate));
    }

    [Fact]
    public async Task What_another_partner_says_is_kept_and_moves_nothing()
    {
        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        var mailroom = new Mailroom(world.Get<IBorrowingWorkflow>());

        var result = await mailroom.TakeAsync("SOMEBODY", new("letter-1", request.Id.Value, Trigger.PartnerShipped));

        Assert.Equal(Verdict.FromInactivePartner, result.Verdict);
        Assert.Equal(BorrowingStatus.RequestSentToPartner, (await world.FindAsync(request.Id)).Status);
    }

    [Fact]
    public async Task A_partner_can_t_speak_for_staff()
    {
        await using var world = new BorrowingWorld();
        var mailroom = new Mailroom(world.Get<IBorrowingWorkflow>());

        await Assert.ThrowsAsync<ArgumentException>(() => mailroom.TakeAsync("CSUN", new("letter-1", "R-1", Trigger.Complete)).AsTask());
    }
}
