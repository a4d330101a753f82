using BorrowingWorkflow.Checks;
using BorrowingWorkflow.DependencyInjection;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Samples.Policy;
using BorrowingWorkflow.Testing.Checks;
using BorrowingWorkflow.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace BorrowingWorkflow.Samples;

public sealed class PolicyTests
{
    #region docs:proof
    private static readonly CheckPolicySuite Suite = new(DueSoon.Check);

    public static IEnumerable<object[]> Cases => Suite.Rows;

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promise(string name) => Suite.RunAsync(name);
    #endregion

    #region docs:behaviour
    [Fact]
    public async Task A_loan_comes_on_the_list_three_days_before_it_is_due()
    {
        await using var world = new BorrowingWorld();
        var request = await world.RequestInAsync(BorrowingStatus.LoanedItemToPatron);
        var runner = world.Get<CheckRunner>();
        var due = request.DueDate!.Value;

        var before = await runner.MembersAsync(DueSoon.Check, new() { Now = due.AddDays(-4) }, limit: 10);
        var after = await runner.MembersAsync(DueSoon.Check, new() { Now = due.AddDays(-2) }, limit: 10);

        Assert.Empty(before.Requests);
        Assert.Equal(request.Id, Assert.Single(after.Requests).Id);
        Assert.Contains(Trigger.RequestRenewal, DueSoon.Check.RemediesAmong(await world.Workflow.PermittedAsync(request.Id, Actor.Staff)));
    }
    #endregion

    [Fact]
    public async Task The_eleventh_request_of_a_patron_waits_for_a_person()
    {
        #region docs:register
        var services = new ServiceCollection().AddBorrowingWorkflow(workflow => workflow
            .UseInMemoryStore()
            .AddIntakeRule<ManyRequestsRule>());
        #endregion
        await using var provider = services.BuildServiceProvider();
        var workflow = provider.GetRequiredService<IBorrowingWorkflow>();

        for (var number = 1; number <= 10; number++)
        {
            Assert.Equal(BorrowingStatus.LocateInProcess, (await SubmitAsync(workflow, number, "p-1")).Status);
        }

        Assert.Equal(BorrowingStatus.PendingApproval, (await SubmitAsync(workflow, 11, "p-1")).Status);
        Assert.Equal(BorrowingStatus.LocateInProcess, (await SubmitAsync(workflow, 12, "p-2")).Status);
    }

    private static async Task<TransitionResult> SubmitAsync(IBorrowingWorkflow workflow, int number, string patron) => await workflow.SubmitAsync(
        $"R-{number}", new() { Library = "SDSU", Patron = new(patron), Citation = new() { Title = $"Volume {number}", Author = "Anybody" } }, messageId: "form");
}
