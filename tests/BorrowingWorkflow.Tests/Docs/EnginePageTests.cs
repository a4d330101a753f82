using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Tests.Docs;

/// <summary>The code of docs/engine.md and docs/requests.md, and what the pages say of it.</summary>
public class EnginePageTests
{
    [Fact]
    public async Task A_request_is_submitted_carried_out_and_looked_up()
    {
        #region docs:register
        var services = new ServiceCollection();
        services.AddBorrowingWorkflow(builder => builder
            .UseInMemoryStore()
            .UsePartners(new Partner("CHICO"), new Partner("CSUN"))
            .UseTransport<InMemoryPartnerTransport>()
            .UseNotifier<InMemoryPatronNotifier>()
            .UseCirculation<InMemoryCirculation>()
            .UseLocator<EverybodyHoldsIt>()
            .AddIntakeRule<ThinCitationRule>()
            .Configure(options => options.HoldPeriod = TimeSpan.FromDays(10)));
        #endregion
        await using var provider = services.BuildServiceProvider();

        #region docs:submit
        var workflow = provider.GetRequiredService<IBorrowingWorkflow>();
        var submission = new Submission
        {
            Library = "SDSU",
            Patron = new("patron-4711"),
            Citation = new() { Title = "The Dispossessed", Author = "Le Guin, Ursula K.", Isbn = "9780060512750" },
        };
        var submitted = await workflow.SubmitAsync("R-1", submission, messageId: "web-form-83120");
        #endregion
        Assert.Equal("IN-1", submitted.Clause);

        #region docs:work
        var dispatcher = provider.GetRequiredService<EffectDispatcher>();
        var sweeper = provider.GetRequiredService<DeadlineSweeper>();
        while (await dispatcher.DispatchAsync() + await sweeper.SweepAsync() > 0)
        {
            // Goes on until nothing is due: the rota is built, the request is sent.
        }
        #endregion

        #region docs:receive
        var received = await workflow.ReceiveAsync(new()
        {
            Request = "R-1",
            Trigger = Trigger.PartnerShipped,
            By = Actor.Partner,
            Partner = "CHICO",
            MessageId = "2026-09-08T10:00:00Z#1",
            Data = new() { DueDate = new(2026, 11, 8, 0, 0, 0, TimeSpan.Zero) },
        });
        #endregion
        Assert.Equal((Verdict.Applied, "AP-14"), (received.Verdict, received.Clause));

        #region docs:execute
        var result = await workflow.ExecuteAsync(
            new() { Request = "R-1", Trigger = Trigger.Loan, By = Actor.Staff, Who = "ana", MessageId = "desk-1" });
        if (result.Verdict == Verdict.Refused)
        {
            Console.WriteLine($"{result.Reason} Possible now: {string.Join(", ", result.Permitted)}");
        }
        #endregion
        Assert.Equal("Loan is not possible in Shipped physically.", result.Reason);

        #region docs:look
        var request = await workflow.FindAsync("R-1");
        var permitted = await workflow.PermittedAsync("R-1", Actor.Staff);
        var history = await workflow.HistoryAsync("R-1");
        #endregion
        Assert.Equal(BorrowingStatus.ShippedPhysically, request!.Status);
        Assert.Contains(Trigger.Receive, permitted);
        Assert.Equal(request.Revision, history.Count);

        #region docs:snapshot
        var lender = request.Active?.Partner;
        var dueBack = request.LenderDueDate;
        var nextDeadline = request.NextDeadline;
        var openNotes = request.Notes.Count(note => note.IsActive);
        #endregion
        Assert.Equal(("CHICO", 0), (lender, openNotes));
        Assert.Equal(new DateTimeOffset(2026, 11, 8, 0, 0, 0, TimeSpan.Zero), dueBack);
        Assert.Null(nextDeadline);
    }

    #region docs:locator
    private sealed class EverybodyHoldsIt : IHoldingsLocator
    {
        public ValueTask<IReadOnlyList<Holding>> LocateAsync(
            BorrowingRequest request, IReadOnlyList<string> partners, CancellationToken cancellationToken = default) =>
            new([.. partners.Select(partner => new Holding(partner))]);
    }
    #endregion
}
