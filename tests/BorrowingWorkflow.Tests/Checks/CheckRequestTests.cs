using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Rota;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Checks.CheckDesk;

namespace BorrowingWorkflow.Tests.Checks;

public sealed class CheckRequestTests
{
    private static readonly RequestQuery All = new() { Statuses = [ReadyToBeSent] };
    private static readonly RequestQuery Ours = All with { Library = "CSUN", Partner = "CSUF", Assignee = "Ana" };

    private static readonly CheckDesk Desk = new CheckDesk()
        .Add("ours", ReadyToBeSent, 4, request => request.Assignee = "Ana")
        .Add("theirs", ReadyToBeSent, 3, request => (request.Library, request.Assignee) = ("CSULA", "Ana"))
        .Add("from elsewhere", ReadyToBeSent, 2, request => (request.Rota, request.Assignee) = ([new RotaEntry("CSULB") { State = EntryState.Active }], "Ana"))
        .Add("hers", ReadyToBeSent, 1, request => request.Assignee = "Bea");

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("CSUN", null, null)]
    [InlineData(null, "CSUF", null)]
    [InlineData(null, null, "Ana")]
    [InlineData("CSUN", "CSUF", "Ana")]
    public async Task A_check_keeps_its_own_filter_beside_one_that_agrees(string? library, string? partner, string? assignee) =>
        await AssertListedAsync(Ours, new() { Library = library, Partner = partner, Assignee = assignee }, "ours");

    [Theory]
    [InlineData("CSULA", null, null)]
    [InlineData(null, "CSULB", null)]
    [InlineData(null, null, "Bea")]
    [InlineData("CSUN", "CSUF", "Bea")]
    [InlineData("CSULA", "CSUF", "Ana")]
    public async Task A_filter_that_contradicts_the_checks_own_lists_nobody(string? library, string? partner, string? assignee) =>
        await AssertListedAsync(Ours, new() { Library = library, Partner = partner, Assignee = assignee });

    [Fact]
    public async Task A_filter_narrows_a_check_that_has_another()
    {
        await AssertListedAsync(All with { Library = "CSUN" }, new() { Assignee = "Ana" }, "ours", "from elsewhere");
        await AssertListedAsync(All with { Partner = "CSUF" }, new() { Library = "CSUN" }, "ours", "hers");
        await AssertListedAsync(All with { Assignee = "Ana" }, new() { Partner = "CSUF" }, "ours", "theirs");
        await AssertListedAsync(All, new(), "ours", "theirs", "from elsewhere", "hers");
    }

    private static async Task AssertListedAsync(RequestQuery own, CheckRequest request, params string[] members)
    {
        var policy = new CheckPolicy { Id = "own", Preset = "ours", Cadence = CheckCadence.Daily, Title = "Own", Selects = "", Select = _ => new(own) };
        request = request with { Policies = [policy], Now = Now, Members = int.MaxValue };
        var entry = Assert.Single((await Desk.Runner.RunAsync(request)).Entries);
        Assert.Equal(members, entry.Members.Select(member => member.Id.Value));
        Assert.Equal(members.Length, entry.Count);
        var store = await Desk.ToStoreAsync();
        Assert.Equal(members, (await new CheckRunner(store, store).MembersAsync(policy, request, 9)).Requests.Select(member => member.Id.Value));
    }
}
