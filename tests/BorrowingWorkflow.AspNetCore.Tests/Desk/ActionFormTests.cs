using BorrowingWorkflow.AspNetCore.Desk.Actions;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.AspNetCore.Tests.Desk;

public class ActionFormTests
{
    /// <summary>What asks twice though it ends no request, and why.</summary>
    private static readonly Dictionary<Trigger, string> NotTheEnd = new()
    {
        [Trigger.DeclineRenewal] = "The patron is told no.",
        [Trigger.PatronWithdrew] = "The item goes back without having been used.",
        [Trigger.PartnerDeclaredLost] = "The lender bills.",
        [Trigger.ReportLost] = "The lender is told, and bills.",
        [Trigger.ReportDamaged] = "The lender is told, and bills.",
        [Trigger.PayLostFee] = "Money was paid.",
        [Trigger.RemoveTemporaryItem] = "The catalogue's record is deleted.",
        [Trigger.Resubmit] = "It makes a request that has a life of its own.",
    };

    private static readonly IReadOnlyList<Trigger> OfStaff =
        [.. Enum.GetValues<Trigger>().Where(trigger => (BorrowingMachine.ActorsOf(trigger) & Actors.Staff) != 0)];

    [Fact]
    public void Whatever_may_end_a_request_asks_twice()
    {
        var ending = OfStaff.Where(MayEnd).ToList();

        Assert.Contains(Trigger.CancelByStaff, ending);
        Assert.Contains(Trigger.PartnerRejected, ending); // in WaitingForCancelResponse by way of another clause
        Assert.DoesNotContain(Trigger.Send, ending);
        Assert.Equal([], ending.Where(trigger => !ActionForm.Of(trigger).IsIrrevocable));
    }

    [Fact]
    public void What_asks_twice_ends_a_request_or_is_named_with_its_reason() =>
        Assert.Equal(NotTheEnd.Keys.Order(), OfStaff.Where(trigger => ActionForm.Of(trigger).IsIrrevocable && !MayEnd(trigger)).Order());

    [Fact]
    public void Nothing_asks_twice_that_staff_never_do() =>
        Assert.Equal([], Enum.GetValues<Trigger>().Except(OfStaff).Where(trigger => ActionForm.Of(trigger) is { IsIrrevocable: true } or { Fields.Count: > 0 }));

    [Fact]
    public void A_field_is_asked_for_by_some_trigger_and_only_once() =>
        Assert.All(Enum.GetValues<ActionField>(), field =>
        {
            var forms = OfStaff.Select(trigger => ActionForm.Of(trigger).Fields.Count(asked => asked == field)).ToList();
            Assert.Equal(1, forms.Max());
        });

    private static bool MayEnd(Trigger trigger) =>
        BorrowingStatusExtensions.All.Where(from => !from.IsFinal())
            .Any(from => Clauses(from, trigger).Where(clause => (clause.Actors & Actors.Staff) != 0).SelectMany(clause => Targets(clause, from, trigger)).Any(to => to.IsFinal()));

    private static IEnumerable<Transition> Clauses(BorrowingStatus from, Trigger trigger) =>
        BorrowingMachine.Transitions.Where(clause => clause.From.Contains(from) && clause.Triggers.Contains(trigger));

    /// <summary>Where a clause may lead, by the table's words; a clause that refers to others leads where they do.</summary>
    private static IEnumerable<BorrowingStatus> Targets(Transition clause, BorrowingStatus from, Trigger trigger) => clause.Target switch
    {
        "=" => [from],
        "^" or "the imported status" => [],
        ['a', 's', ' ', 'f', 'r', 'o', 'm', ' ', .. var status] when Enum.Parse<BorrowingStatus>(status) is var other =>
            Clauses(other, trigger).SelectMany(inner => Targets(inner, other, trigger)),
        ['a', 's', ' ', 'o', 'n', ' ', .. var name] when Enum.Parse<Trigger>(name) is var other =>
            Clauses(from, other).SelectMany(inner => Targets(inner, from, other)),
        var status => [Enum.Parse<BorrowingStatus>(status)],
    };
}
