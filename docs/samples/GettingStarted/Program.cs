#region docs:register
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection().AddBorrowingWorkflow(borrowing => borrowing
    .UseSqlite(args is [var file] ? file : "borrowing.db")
    .UsePartners(new Partner("CHICO"), new Partner("CSUN"))
    .UseLocator<EverybodyHoldsIt>()
    .UseTransport<InMemoryPartnerTransport>()
    .UseNotifier<InMemoryPatronNotifier>()
    .UseCirculation<InMemoryCirculation>());
await using var provider = services.BuildServiceProvider();
var workflow = provider.GetRequiredService<IBorrowingWorkflow>();
#endregion

#region docs:submit
var wish = new Submission
{
    Library = "SDSU",
    Patron = new("p-4711"),
    Citation = new() { Title = "The Dispossessed", Author = "Le Guin, Ursula K.", Isbn = "9780060512750" },
};
Print(await workflow.SubmitAsync("R-1", wish, messageId: "form-1"));
#endregion

#region docs:work
var dispatcher = provider.GetRequiredService<EffectDispatcher>();
while (await dispatcher.DispatchAsync() > 0)
{
    // The locate is carried out, the rota is built, the request is sent, and the send is confirmed.
}

var request = await workflow.FindAsync("R-1");
Console.WriteLine($"now {request!.Status} with {request.Active!.Partner}");
#endregion

#region docs:partner
Print(await workflow.ReceiveAsync(new()
{
    Request = "R-1",
    Trigger = Trigger.PartnerShipped,
    By = Actor.Partner,
    Partner = "CHICO",
    MessageId = "chico-17",
    Data = new() { DueDate = DateTimeOffset.UtcNow.AddDays(60) },
}));
#endregion

#region docs:staff
Print(await StaffAsync(Trigger.Loan, "desk-1"));
Print(await StaffAsync(Trigger.Receive, "desk-2"));
Print(await StaffAsync(Trigger.Receive, "desk-2"));
Print(await StaffAsync(Trigger.Loan, "desk-3"));
Print(await StaffAsync(Trigger.ReturnToPartner, "desk-4"));

ValueTask<TransitionResult> StaffAsync(Trigger trigger, string messageId) =>
    workflow.ExecuteAsync(new() { Request = "R-1", Trigger = trigger, By = Actor.Staff, Who = "ana", MessageId = messageId });
#endregion

#region docs:look
var report = await provider.GetRequiredService<CheckRunner>().RunAsync(new() { Policies = CheckPresets.Csu, Members = 10 });
foreach (var list in report.Entries.Where(list => list.Count > 0))
{
    Console.WriteLine($"on the list \"{list.Policy.Title}\": {string.Join(", ", list.Members.Select(member => member.Id))}");
}
#endregion

#region docs:print
static void Print(TransitionResult result) => Console.WriteLine(result.Verdict switch
{
    Verdict.Refused => $"Refused: {result.Reason}",
    var verdict => $"{verdict} by {result.Clause}: {result.Status}",
});
#endregion
