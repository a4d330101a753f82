using BorrowingWorkflow.Checks;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Checks.CheckDesk;

namespace BorrowingWorkflow.Tests.Checks;

public sealed class CheckRowTests
{
    private static readonly CheckRow Row = new("ours");

    [Fact]
    public async Task A_row_of_a_status_lists_that_status_and_says_so()
    {
        var check = Row.In(BadCitation, "own", CheckCadence.Weekly, "Own", RequestOrder.Newest, "Look.", Trigger.EditRequest, Trigger.Locate);
        Assert.Equal(
            ("own", "ours", CheckCadence.Weekly, "Own", "status BadCitation", RequestOrder.Newest, "Look."),
            (check.Id, check.Preset, check.Cadence, check.Title, check.Selects, check.Order, check.Advice));
        Assert.Equal([Trigger.EditRequest, Trigger.Locate], check.Remedies);
        Assert.Equal(["b", "a"], await MembersAsync(check, new CheckDesk().Add("a", BadCitation, 2).Add("b", BadCitation, 1).Add("c", LocalHolding)));
    }

    [Fact]
    public async Task A_row_of_a_trait_lists_what_has_it()
    {
        var check = Row.With(RequestTraits.ActiveNote, "own", CheckCadence.Daily, "Own", "with a note", RequestOrder.OldestNote, "Read.");
        Assert.Equal("with a note", check.Selects);
        Assert.Equal(["a"], await MembersAsync(check, new CheckDesk().Add("a", RequestCompleted, 1, WithNote(1)).Add("b", RequestCompleted)));
    }

    [Fact]
    public void A_check_without_advice_advises_nothing()
    {
        var check = new CheckPolicy { Id = "own", Preset = "ours", Cadence = CheckCadence.Daily, Title = "Own", Selects = "", Select = _ => new(new()) };
        Assert.Equal("", check.Advice);
        Assert.Empty(check.Remedies);
    }

    private static async Task<IEnumerable<string>> MembersAsync(CheckPolicy check, CheckDesk desk) =>
        (await desk.Runner.MembersAsync(check, new() { Now = Now }, 2)).Requests.Select(member => member.Id.Value);
}
