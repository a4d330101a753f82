using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using BorrowingWorkflow.Testing.Fakes;

namespace BorrowingWorkflow.Testing.Tests.Fakes;

public class WorldTests
{
    public static TheoryData<BorrowingStatus> Statuses => [.. BorrowingStatusExtensions.All];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task A_request_can_be_had_in_any_status(BorrowingStatus status)
    {
        await using var world = new BorrowingWorld();

        var request = await world.RequestInAsync(status);

        Assert.Equal(status, request.Status);
        Assert.All(await world.Workflow.HistoryAsync(request.Id), item => Assert.Equal(Verdict.Applied, item.Verdict));
    }

    [Fact]
    public async Task A_request_that_is_made_looks_as_its_draft_says()
    {
        await using var world = new BorrowingWorld();
        var draft = new RequestDraft
        {
            Id = "B-1",
            Submission = new() { Library = "CSULB", Patron = new("p-1"), Citation = new() { Title = "Kim" }, Volumes = ["v1"] },
            Partners = ["SJSU", "CSUN"],
        };

        var request = await world.RequestInAsync(BorrowingStatus.RequestSentToPartner, draft);

        Assert.Equal(("B-1", "CSULB", "Kim", "SJSU"), (request.Id.Value, request.Library, request.Citation.Title, request.Active!.Partner));
    }

    [Fact]
    public async Task The_same_calls_give_the_same_course_of_events()
    {
        async Task<string[]> CourseAsync()
        {
            await using var world = new BorrowingWorld();
            world.Partner("CSUN").OnRequest.Fails().StaysUnknown(arrives: false).Replies(Trigger.PartnerRejected, TimeSpan.FromDays(1));
            world.Partner("CHICO").OnRequest.Throws().Replies(Trigger.PartnerShipped, TimeSpan.FromHours(30), new() { DueDate = world.Clock.GetUtcNow().AddDays(40) });
            var request = (await world.SubmitAsync()).Request;
            await world.AdvanceAsync(TimeSpan.FromDays(10));
            return [.. (await world.Workflow.HistoryAsync(request)).Select(item => $"{item.At:O} {item.Trigger} {item.MessageId} {item.To}")];
        }

        var first = await CourseAsync();

        Assert.Equal(first, await CourseAsync());
        Assert.Contains(first, line => line.EndsWith(" ShippedPhysically", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_falls_due_on_the_way_happens_at_its_own_moment()
    {
        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.RequestSentToPartner);
        var due = request.NextDeadline!.Value;

        await world.AdvanceAsync(TimeSpan.FromDays(30));

        var history = await world.Workflow.HistoryAsync(request.Id);
        Assert.Equal(due, history.First(item => item.Trigger == Trigger.PartnerExpired).At);
        Assert.Equal(due, world.Transport.Calls[0].At);
        Assert.Equal(BorrowingStatus.Expired, (await world.FindAsync(request.Id)).Status);
        Assert.Equal(request.EnteredAt.AddDays(30), world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_request_that_was_led_past_the_sending_is_held_by_its_partner()
    {
        await using var world = new BorrowingWorld();
        await world.RequestInAsync(BorrowingStatus.LoanedItemToPatron);
        await world.AdvanceAsync(TimeSpan.Zero);

        Assert.DoesNotContain(world.Transport.Calls, call => call.Kind == TransportCallKind.Request);
        Assert.Equal([EffectKind.SendReceived], world.Transport.ReceivedBy("CSUN").Select(effect => effect.Kind));
        Assert.Equal(["Arrived"], world.Notifier.Notices.Select(notice => notice.Detail));
    }

    [Fact]
    public async Task A_message_that_comes_late_is_not_there_before()
    {
        await using var world = new BorrowingWorld();
        world.Partner("CSUN").OnRequest.ArrivesLater(TimeSpan.FromHours(2));
        var request = await world.RequestInAsync(BorrowingStatus.ReadyToBeSent);

        await world.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(world.Transport.ReceivedBy("CSUN"));

        await world.AdvanceAsync(TimeSpan.FromHours(12));
        Assert.Single(world.Transport.ReceivedBy("CSUN"));
        Assert.Equal(BorrowingStatus.ReadyToBeSent, (await world.FindAsync(request.Id)).Status);
    }

    [Fact]
    public async Task A_partner_replies_once_to_a_message_that_is_repeated()
    {
        await using var world = new BorrowingWorld(new() { Partners = [new("CSUN") { Profile = new() { AnswersStatusRequests = false } }] });
        world.Partner("CSUN").OnRequest.StaysUnknown(times: 2).Replies(Trigger.PartnerWillSupply, TimeSpan.FromDays(1));
        var request = await world.RequestInAsync(BorrowingStatus.ReadyToBeSent);

        await world.AdvanceAsync(TimeSpan.FromDays(2));

        Assert.Equal(3, world.Transport.ReceivedBy("CSUN").Count);
        Assert.Single(await world.Workflow.HistoryAsync(request.Id), item => item.Trigger == Trigger.PartnerWillSupply);
    }

    [Fact]
    public async Task A_store_goes_into_the_options()
    {
        var error = Assert.Throws<ArgumentException>(() => new BorrowingWorld(new() { Configure = builder => DependencyInjection.BorrowingWorkflowBuilderExtensions.UseInMemoryStore(builder) }));
        Assert.StartsWith("A world watches its store", error.Message, StringComparison.Ordinal);

        var store = new InMemoryWorkflowStore();
        await using var world = new BorrowingWorld(new() { Store = store });
        var request = await world.RequestInAsync(BorrowingStatus.Created);
        Assert.NotNull(await store.FindAsync(request.Id));
    }

    [Fact]
    public async Task A_policy_that_leads_elsewhere_is_named()
    {
        await using var world = new BorrowingWorld(new()
        {
            Configure = builder => DependencyInjection.BorrowingWorkflowBuilderExtensions.Configure(builder, options => options.RenewalsAreMediated = false),
        });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => world.RequestInAsync(BorrowingStatus.MediatedPatronRenewal));

        Assert.Contains("led to RenewRequested", error.Message, StringComparison.Ordinal);
    }
}
