// A whole program. tests/BorrowingWorkflow.Packages.Tests builds and runs it outside the repository, with the packages instead of the projects.
#region docs:embed
using BorrowingWorkflow.Checks;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection().AddBorrowingWorkflow(b => b.UseSqlite("requests.db"));
await using var provider = services.BuildServiceProvider();
var workflow = provider.GetRequiredService<IBorrowingWorkflow>();

var wish = new Submission { Library = "SDSU", Patron = new("p-4711"), Citation = new() { Isbn = "9780060512750" } };
await workflow.SubmitAsync("R-1", wish, messageId: "form-1");
await workflow.ExecuteAsync(new()
{
    Request = "R-1", Trigger = Trigger.RotaBuilt, By = Actor.System, MessageId = "rota-1", Data = new() { Partners = ["CHICO", "CSUN"] },
});
var today = await provider.GetRequiredService<CheckRunner>().TasksAsync(new());
foreach (var list in today.Daily.Where(list => list.Count > 0))
{
    Console.WriteLine($"{list.Policy.Title}: {list.Count}");
}
#endregion
