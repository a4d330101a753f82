using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BorrowingWorkflow.Tests.Docs;

/// <summary>The code of docs/identity.md, deadlines.md, effects.md, partners.md, operations.md and coming-from.md, and what the pages say of it.</summary>
public class ConceptPagesTests
{
    private static readonly Submission Wish = new()
    {
        Library = "SDSU", Patron = new("p-4711"), Citation = new() { Title = "The Dispossessed", Author = "Le Guin, Ursula K." },
    };

    [Fact]
    public async Task The_same_message_again_changes_nothing()
    {
        await using var provider = Host();
        var workflow = provider.GetRequiredService<IBorrowingWorkflow>();
        var wish = Wish;

        #region docs:twice
        var first = await workflow.SubmitAsync("R-1", wish, messageId: "web-form-83120");
        var again = await workflow.SubmitAsync("R-1", wish, messageId: "web-form-83120");
        #endregion

        Assert.Equal((Verdict.Applied, Verdict.Duplicate, Verdict.Applied), (first.Verdict, again.Verdict, again.First));
        Assert.Equal(1, (await workflow.FindAsync("R-1"))!.Revision);
    }

    [Fact]
    public async Task An_input_can_insist_on_what_its_sender_saw()
    {
        await using var provider = Host();
        var workflow = provider.GetRequiredService<IBorrowingWorkflow>();
        await workflow.SubmitAsync("R-1", Wish, messageId: "form");
        var note = new WorkflowInput { Request = "R-1", Trigger = Trigger.AddNote, By = Actor.Staff, MessageId = "note", Data = new() { Text = "Ask again." } };
        var shown = await workflow.FindAsync("R-1");
        await workflow.ExecuteAsync(note);
        var conflicts = 0;

        #region docs:revision
        try
        {
            await workflow.ExecuteAsync(new()
            {
                Request = "R-1", Trigger = Trigger.CancelByStaff, By = Actor.Staff, MessageId = "desk-7", IfRevision = shown!.Revision,
            });
        }
        catch (ConcurrencyConflictException)
        {
            // Somebody was faster: show the request as it stands now, and let staff decide again.
            conflicts++;
        }
        #endregion

        Assert.Equal(1, conflicts);
        Assert.Equal(BorrowingStatus.LocateInProcess, (await workflow.FindAsync("R-1"))!.Status);
    }

    [Fact]
    public async Task A_request_is_taken_over_in_the_status_that_it_has_elsewhere()
    {
        await using var provider = Host();
        var workflow = provider.GetRequiredService<IBorrowingWorkflow>();
        var since = new DateTimeOffset(2026, 9, 1, 9, 0, 0, TimeSpan.Zero);

        #region docs:import
        var taken = await workflow.ExecuteAsync(new()
        {
            Request = "OLD-20931",
            Trigger = Trigger.Import,
            By = Actor.System,
            MessageId = "import-2026-09",
            Data = new()
            {
                Library = "SDSU",
                Patron = "p-4711",
                Title = "The Dispossessed",
                Status = BorrowingStatus.LoanedItemToPatron,
                EnteredAt = since,
                Partners = ["CHICO"],
                DueDate = since.AddDays(60),
            },
        });
        #endregion

        Assert.Equal((Verdict.Applied, "IN-8"), (taken.Verdict, taken.Clause));
        Assert.Empty(taken.Effects);
        var request = (await workflow.FindAsync("OLD-20931"))!;
        Assert.Equal((BorrowingStatus.LoanedItemToPatron, since, since.AddDays(60)), (request.Status, request.EnteredAt, request.NextDeadline));
    }

    [Fact]
    public async Task A_host_sets_the_clocks_and_the_retention()
    {
        var services = new ServiceCollection();

        #region docs:clocks
        services.AddBorrowingWorkflow(workflow => workflow.UseInMemoryStore().Configure(options =>
        {
            options.CancelResponse = TimeSpan.FromDays(3);
            options.HoldPeriod = TimeSpan.FromDays(10);
            options.Retention = TimeSpan.FromDays(365);
        }));
        #endregion

        var clock = new FakeTimeProvider(new(2026, 9, 1, 9, 0, 0, TimeSpan.Zero));
        services.AddSingleton<TimeProvider>(clock);
        await using var provider = services.BuildServiceProvider();
        var workflow = provider.GetRequiredService<IBorrowingWorkflow>();
        await workflow.SubmitAsync("R-1", Wish, messageId: "form");
        await workflow.ExecuteAsync(new() { Request = "R-1", Trigger = Trigger.Complete, By = Actor.Staff, MessageId = "close" });

        Assert.Equal(clock.GetUtcNow().AddDays(365), (await workflow.FindAsync("R-1"))!.NextDeadline);
    }

    [Fact]
    public async Task What_waits_can_be_asked()
    {
        await using var provider = Host();
        await provider.GetRequiredService<IBorrowingWorkflow>().SubmitAsync("R-1", Wish, messageId: "form");

        #region docs:backlog
        var backlog = await provider.GetRequiredService<IBacklogReader>().BacklogAsync(TimeProvider.System.GetUtcNow());
        var text = $"{backlog.Effects} effects since {backlog.OldestEffect:u}, {backlog.Deadlines} deadlines since {backlog.OldestDeadline:u}";
        #endregion

        Assert.Equal(1, backlog.Effects);
        Assert.StartsWith("1 effects since ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_decides_which_steps_there_are()
    {
        #region docs:profile
        var byMail = new Partner("NLM")
        {
            Profile = WorkflowProfile.Default with { HasWillSupply = false, AnswersStatusRequests = false, DaysToRespond = 10 },
        };
        #endregion

        await using var provider = new ServiceCollection().AddBorrowingWorkflow(workflow => workflow.UseInMemoryStore().UsePartners(byMail)).BuildServiceProvider();
        var workflow = provider.GetRequiredService<IBorrowingWorkflow>();
        await workflow.SubmitAsync("R-1", Wish, messageId: "form");
        await workflow.ExecuteAsync(new() { Request = "R-1", Trigger = Trigger.RotaBuilt, By = Actor.System, MessageId = "rota", Data = new() { Partners = ["NLM"] } });
        await workflow.ExecuteAsync(new() { Request = "R-1", Trigger = Trigger.Sent, By = Actor.System, MessageId = "sent", Partner = "NLM" });

        var promised = await workflow.ReceiveAsync(new() { Request = "R-1", Trigger = Trigger.PartnerWillSupply, By = Actor.Partner, Partner = "NLM", MessageId = "1" });

        Assert.Equal(("AP-23", BorrowingStatus.RequestSentToPartner), (promised.Clause, promised.Status));
    }

    private static ServiceProvider Host() => new ServiceCollection().AddBorrowingWorkflow(workflow => workflow.UseInMemoryStore()).BuildServiceProvider();
}
