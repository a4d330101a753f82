using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Partners;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Tests.Engine;

/// <summary>The whole matrix of statuses, triggers and actors: each cell has a verdict, and each status a way to an end.</summary>
public class VerdictMatrixTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 14, 16, 0, 0, TimeSpan.Zero);

    public static TheoryData<BorrowingStatus> Statuses => [.. BorrowingStatusExtensions.All];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Every_trigger_by_every_actor_gets_a_verdict(BorrowingStatus status)
    {
        var request = In(status);
        foreach (var trigger in Enum.GetValues<Trigger>())
        {
            foreach (var by in Enum.GetValues<Actor>())
            {
                var input = Input(trigger, by);
                if (InputCheck.Fault(input) is not null)
                {
                    continue;
                }

                var decided = Decider.Decide(request, input, Context());

                var fits = TransitionTable.Default.Cell(status, trigger).ToArray().Any(row => (row.Actors & by.AsSet()) != 0);
                var otherwise = by switch
                {
                    Actor.Partner when request.Active is null && !status.IsFinal() && trigger != Trigger.ReceiveGeneralMessage => Verdict.FromInactivePartner,
                    Actor.Partner or Actor.System => Verdict.OutOfSequence,
                    _ => Verdict.Refused,
                };
                Assert.True(
                    decided.Result.Verdict == otherwise || (fits && decided.Result.Verdict == Verdict.Applied),
                    $"{trigger} by {by} in {status}: {decided.Result.Verdict}");
                Assert.Equal(otherwise == Verdict.Refused && decided.Result.Verdict == Verdict.Refused, decided.Result.Reason is not null);
            }
        }
    }

    [Fact]
    public void Every_open_status_can_come_to_an_end_without_Complete()
    {
        var ending = StatusGroups.Final;
        for (var count = -1; count != ending.Count;)
        {
            count = ending.Count;
            ending |= [.. BorrowingStatusExtensions.All.Where(status => Ways(status).Any(ending.Contains))];
        }

        Assert.Equal(BorrowingStatusExtensions.All, ending);

        static IEnumerable<BorrowingStatus> Ways(BorrowingStatus status) => Enum.GetValues<Trigger>()
            .Where(trigger => trigger != Trigger.Complete)
            .SelectMany(trigger => TransitionTable.Default.Cell(status, trigger).ToArray())
            .Where(row => !row.NamesNoStatus)
            .Select(row => row.To);
    }

    private static BorrowingRequest In(BorrowingStatus status)
    {
        var import = Input(Trigger.Import, Actor.System) with
        {
            Data = new() { Library = "LIB", Patron = "p-1", Title = "Kim", Partners = ["A", "B"], Status = status == BorrowingStatus.Deleted ? BorrowingStatus.Expired : status },
        };
        var imported = Decider.Decide(null, import, Context()).Save.Request;
        return status == BorrowingStatus.Deleted
            ? Decider.Decide(imported, Input(Trigger.Purge, Actor.System), Context() with { Now = Now.AddDays(31) }).Save.Request
            : imported;
    }

    private static WorkflowInput Input(Trigger trigger, Actor by) => new()
    {
        Request = "R-1",
        Trigger = trigger,
        By = by,
        MessageId = "m1",
        Partner = by == Actor.Partner || trigger.IsAboutPartner() ? "A" : null,
    };

    private static DecisionContext Context() => new()
    {
        Table = TransitionTable.Default,
        Machines = MachinePool.Default,
        Options = new() { Retention = TimeSpan.FromDays(30) },
        Calendar = new WorkCalendar(),
        Now = Now,
        Partners = new Dictionary<string, Partner> { ["A"] = new("A"), ["B"] = new("B") },
    };
}
