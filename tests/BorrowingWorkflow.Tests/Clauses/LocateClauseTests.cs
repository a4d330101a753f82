using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

public class LocateClauseTests
{
    [Fact]
    [Clause("LO-1")]
    public void The_first_usable_partner_of_the_rota_is_asked() =>
        ARequest().Submitted().System(Trigger.RotaBuilt, new() { Partners = ["CSUN", "SDLAW"] })
            .ShouldBe(ReadyToBeSent, "LO-1").WithEffects("SendRequest").WithEffectTo("CSUN", "SendRequest")
            .RotaIs("CSUN Active", "SDLAW Pending").ActiveIs("CSUN").WithRecords().WithDeadlines().Settling(1, EffectOutcome.Done);

    [Fact]
    [Clause("LO-1")]
    public void Unusable_entries_keep_their_reason_and_are_passed_over() =>
        ARequest().WhereUnknown("NOWHERE").WherePartner("CLOSED", partner => partner with { IsActive = false })
            .Submitted().System(Trigger.RotaBuilt, new() { Partners = ["NOWHERE", "CLOSED", Library, "CSUN", "CSUN"] })
            .ShouldBe(ReadyToBeSent, "LO-1").WithEffectTo("CSUN", "SendRequest")
            .RotaIs("NOWHERE Unusable", "CLOSED Unusable", $"{Library} Unusable", "CSUN Active", "CSUN Unusable")
            .WithRequest(request => Assert.All(request.Rota, entry => Assert.Equal(entry.State == BorrowingWorkflow.Rota.EntryState.Unusable, entry.Reason is not null)));

    [Theory]
    [Clause("LO-2"), Clause("LO-3")]
    [InlineData(EmptyRotaPolicy.CancelByStaff, CancelledByStaff, "LO-2", "NotifyPatron(SuggestIll)")]
    [InlineData(EmptyRotaPolicy.LocateFailed, LocateFailed, "LO-3", null)]
    public void Where_nobody_holds_it_the_policy_decides(EmptyRotaPolicy policy, BorrowingStatus status, string clause, string? effect) =>
        ARequest().Where(options => options.OnEmptyRota = policy).Submitted().System(Trigger.LocateFoundNothing)
            .ShouldBe(status, clause).WithEffects(effect is null ? [] : [effect]).RotaIs().WithRecords().Settling(1, EffectOutcome.Done);

    [Fact]
    [Clause("LO-2")]
    public void Cancelling_an_empty_rota_is_the_default() =>
        ARequest().Submitted().System(Trigger.LocateFoundNothing).ShouldBe(CancelledByStaff, "LO-2");

    [Fact]
    [Clause("LO-4")]
    public void A_patron_who_cancels_stops_the_search() =>
        ARequest().Submitted().Patron(Trigger.CancelByPatron).ShouldBe(LocateFailed, "LO-4").WithEffects("StopLocate").WithRecords().Settling(1, EffectOutcome.Failed);

    [Fact]
    [Clause("LO-5")]
    public void Staff_who_cancel_stop_the_search() =>
        ARequest().Submitted().Staff(Trigger.CancelByStaff).ShouldBe(LocateFailed, "LO-5").WithEffects("StopLocate").WithRecords().Settling(1, EffectOutcome.Failed);

    [Fact]
    [Clause("LO-6")]
    public void An_interrupted_search_is_tried_again_and_then_shown_to_staff()
    {
        var scene = ARequest().Submitted();

        scene.System(Trigger.LocateInterrupted).ShouldBe(LocateInProcess, "LO-6").WithEffects("RetryLocate")
            .WithEffect("RetryLocate", effect => Assert.Equal(Start.AddMinutes(1), effect.NotBefore));
        scene.System(Trigger.LocateInterrupted).ShouldBe(LocateInProcess, "LO-6").WithEffects("RetryLocate").Settling(1, EffectOutcome.Done);
        scene.System(Trigger.LocateInterrupted).ShouldBe(LocateInProcess, "LO-6").WithEffects("AlertStaff(LocateStuck)").WithRecords();
    }

    [Fact]
    [Clause("LO-6")]
    public void A_new_search_has_all_its_attempts_again() =>
        ARequest().Where(options => options.LocateAttempts = 2).Submitted()
            .System(Trigger.LocateInterrupted).System(Trigger.LocateInterrupted).WithEffects("AlertStaff(LocateStuck)")
            .Staff(Trigger.CancelByStaff).Staff(Trigger.Locate)
            .System(Trigger.LocateInterrupted).ShouldBe(LocateInProcess, "LO-6").WithEffects("RetryLocate");

    [Theory]
    [Clause("LO-7")]
    [InlineData(LocateInProcess)]
    [InlineData(LocateFailed)]
    public void A_replacement_closes_the_request_and_is_linked_both_ways(BorrowingStatus from)
    {
        var scene = ARequest().In(from).Staff(Trigger.Replace);

        scene.ShouldBe(RequestCompleted, "LO-7").WithEffects("StopLocate", "SubmitReplacement").WithRecords()
            .WithEffect("SubmitReplacement", effect => Assert.Equal(scene.Request.ReplacedBy, effect.Replacement));
        Assert.NotNull(scene.Request.ReplacedBy);
        Assert.Equal("R-1", Replacement.DataOf(scene.Request).Replaces);
    }

    [Fact]
    [Clause("LO-8")]
    public void Staff_search_again_after_a_failure() =>
        ARequest().In(LocateFailed).Staff(Trigger.Locate).ShouldBe(LocateInProcess, "LO-8").WithEffects("StartLocate").WithRecords();

    [Theory]
    [Clause("LO-1"), Clause("LO-9"), Clause("LO-10")]
    [InlineData(EmptyRotaPolicy.CancelByStaff, CancelledByStaff, "LO-9", "NotifyPatron(SuggestIll)")]
    [InlineData(EmptyRotaPolicy.LocateFailed, LocateFailed, "LO-10", "AlertStaff(BadRota)")]
    public void A_rota_without_a_usable_entry_is_as_good_as_none(EmptyRotaPolicy policy, BorrowingStatus status, string clause, string effect)
    {
        Unlocated().System(Trigger.RotaBuilt, new() { Partners = ["NOWHERE"] })
            .ShouldBe(status, clause).WithEffects(effect).RotaIs("NOWHERE Unusable").ActiveIs(null).WithRecords();
        Unlocated().System(Trigger.RotaBuilt, new() { Partners = [] }).ShouldBe(status, clause).WithEffects(effect).RotaIs();

        // With a usable one the policy is not asked.
        Unlocated().System(Trigger.RotaBuilt, new() { Partners = ["NOWHERE", "CSUN"] }).ShouldBe(ReadyToBeSent, "LO-1").WithEffects("SendRequest");

        Scene Unlocated() => ARequest().Where(options => options.OnEmptyRota = policy).WhereUnknown("NOWHERE").Submitted();
    }
}
