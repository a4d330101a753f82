using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.DependencyInjection;

// Works requests on a database until it is killed, and says which inputs were acknowledged: a line each, flushed, ended by a full stop so
// that a line that was cut off is told from a whole one. Arguments: the database, and what the requests' ids begin with.
await using var services = new ServiceCollection().AddBorrowingWorkflow(workflow => workflow.UseSqlite(args[0])).BuildServiceProvider();
var workflow = services.GetRequiredService<IBorrowingWorkflow>();
var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() => WorkAsync($"{args[1]}-{worker}"))));

async Task WorkAsync(string prefix)
{
    for (var i = 0; ; i++)
    {
        RequestId request = $"{prefix}-{i}";
        Submission submission = new() { Library = "CSUN", Patron = new("p1"), Citation = new() { Title = "A title", Isbn = "9780000000000" } };
        await SayAsync("patron", "submit", () => workflow.SubmitAsync(request, submission, "submit"));
        await ExecuteAsync(Trigger.RotaBuilt, Actor.System, new() { Partners = ["A", "B"] });
        await ExecuteAsync(Trigger.AddNote, Actor.Staff, new() { Text = "A note." });
        await ReceiveAsync(Trigger.PartnerRejected, "A");
        await ExecuteAsync(Trigger.SkipPartner, Actor.Staff, new());
        await ReceiveAsync(Trigger.PartnerShipped, "B");
        await ExecuteAsync(Trigger.Receive, Actor.Staff, new());
        await ExecuteAsync(Trigger.Loan, Actor.Staff, new());
        await ExecuteAsync(Trigger.ReturnToPartner, Actor.Staff, new());
        await ReceiveAsync(Trigger.PartnerCheckedIn, "B");

        Task ExecuteAsync(Trigger trigger, Actor by, InputData data) => SayAsync(by == Actor.Staff ? "staff" : "system", $"{trigger}", () => workflow.ExecuteAsync(
            new() { Request = request, Trigger = trigger, By = by, MessageId = $"{trigger}", Data = data }));

        Task ReceiveAsync(Trigger trigger, string partner) => SayAsync($"partner:{partner}", $"{trigger}", () => workflow.ReceiveAsync(
            new() { Request = request, Trigger = trigger, By = Actor.Partner, Partner = partner, MessageId = $"{trigger}" }));

        async Task SayAsync(string sender, string messageId, Func<ValueTask<TransitionResult>> send)
        {
            var result = await send();
            await output.WriteLineAsync($"{request} {sender} {messageId} {result.Verdict} .");
        }
    }
}
