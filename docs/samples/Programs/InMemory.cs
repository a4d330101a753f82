// A whole program. tests/BorrowingWorkflow.Packages.Tests builds and runs it outside the repository, with the packages instead of the projects.
#region docs:memory
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection().AddBorrowingWorkflow(b => b.UseInMemoryStore());
await using var provider = services.BuildServiceProvider();
var workflow = provider.GetRequiredService<IBorrowingWorkflow>();

var wish = new Submission { Library = "SDSU", Patron = new("p-4711"), Citation = new() { Isbn = "9780060512750" } };
var submitted = await workflow.SubmitAsync("R-1", wish, messageId: "form-1");
var refused = await workflow.ExecuteAsync(new() { Request = "R-1", Trigger = Trigger.Loan, By = Actor.Staff, Who = "ana", MessageId = "desk-1" });
Console.WriteLine($"{submitted.Status}. {refused.Verdict}: {refused.Reason}");
#endregion
