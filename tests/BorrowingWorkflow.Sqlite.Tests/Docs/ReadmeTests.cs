using BorrowingWorkflow.Checks;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Sqlite.Tests.Docs;

/// <summary>The code of README.md.</summary>
public class ReadmeTests
{
    [Fact]
    public async Task The_ten_lines_work()
    {
        using var folder = new TemporaryFolder();
        var before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(Path.GetDirectoryName(folder.Database)!);
        try
        {
            #region docs:embed
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
            #endregion

            Assert.Equal(BorrowingStatus.ReadyToBeSent, (await workflow.FindAsync("R-1"))!.Status);
            Assert.Equal(1, today.Daily.Single(list => list.Policy.Id == "ready-to-be-sent").Count);
        }
        finally
        {
            Directory.SetCurrentDirectory(before);
        }
    }
}
