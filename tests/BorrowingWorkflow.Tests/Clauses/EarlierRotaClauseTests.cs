using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;
using static BorrowingWorkflow.Requests.BorrowingStatus;
using static BorrowingWorkflow.Tests.Clauses.Scene;

namespace BorrowingWorkflow.Tests.Clauses;

/// <summary>What an earlier entry or an earlier rota has left in a request, in whatever status it is by now.</summary>
public class EarlierRotaClauseTests
{
    public static TheoryData<BorrowingStatus> WithEarlierEntry =>
        [.. StatusGroups.Any - [Created, PendingApproval, LocalHolding, BadCitation]];

    [Theory]
    [Clause("SE-9")]
    [MemberData(nameof(WithEarlierEntry))]
    public void Word_of_a_former_send_is_taken_in_every_status(BorrowingStatus status) =>
        In(status, "OLD").SystemFor("OLD", Trigger.Sent)
            .ShouldBe(status, "SE-9").WithEffects("TellPartner(Cancel)").WithEffectTo("OLD", "TellPartner(Cancel)").WithRecords("SentAfterwards");

    [Theory]
    [Clause("ME-3")]
    [InlineData(LocateInProcess)]
    [InlineData(LocateFailed)]
    public void A_partner_of_the_earlier_rota_can_be_written_to_during_a_new_search(BorrowingStatus status) =>
        In(status, "OLD").Staff(Trigger.SendGeneralMessage, new() { Text = "Please disregard" })
            .ShouldBe(status, "ME-3").WithEffects("SendNote").WithEffectTo("SDLAW", "SendNote");

    [Theory]
    [Clause("ME-6")]
    [InlineData(LocateInProcess)]
    [InlineData(LocateFailed)]
    [InlineData(RejectedByPartner)]
    [InlineData(Expired)]
    [InlineData(CancelledByPartner)]
    public void Entries_that_were_never_asked_can_still_be_put_in_order(BorrowingStatus status)
    {
        // Partners that take no requests stay pending when the rota is exhausted.
        var scene = ARequest().Submitted().System(Trigger.RotaBuilt, new() { Partners = ["CSUN", "A", "B"] })
            .WherePartner("A", partner => partner with { IsActive = false }).WherePartner("B", partner => partner with { IsActive = false })
            .Sent().Answered(status switch
            {
                Expired => Trigger.PartnerExpired,
                CancelledByPartner => Trigger.PartnerCancelled,
                _ => Trigger.PartnerRejected,
            });
        Search(scene, status).Staff(Trigger.ChangePartnerOrder, new() { Order = ["B", "A"] })
            .ShouldBe(status, "ME-6").WithoutEffects().RotaIs($"CSUN {scene.Request.Rota[0].State}", "B Pending", "A Pending");
    }

    [Theory]
    [Clause("ME-6")]
    [InlineData(Created)]
    [InlineData(PendingApproval)]
    [InlineData(LocalHolding)]
    [InlineData(BadCitation)]
    public void A_rota_that_an_import_brought_along_can_be_put_in_order(BorrowingStatus status) =>
        ARequest().Imported(status, "A", "B")
            .Staff(Trigger.ChangePartnerOrder, new() { Order = ["B"] }).ShouldBe(status, "ME-6").WithoutEffects().RotaIs("B Pending", "A Pending");

    [Fact]
    [Clause("FI-14")]
    public void Every_rota_is_a_round_and_closes_what_was_left_of_the_one_before()
    {
        var scene = ARequest().WithRota("CSUN", "CSUF").CancelledByPatron().Staff(Trigger.Reactivate).ShouldBe(LocateInProcess, "FI-14")
            .System(Trigger.RotaBuilt, new() { Partners = ["SJSU", "CSUN"] });
        scene.CancelledByPatron().Staff(Trigger.Reactivate).System(Trigger.RotaBuilt, new() { Partners = ["CHICO"] });

        Assert.Equal([("CSUN", 1), ("CSUF", 1), ("SJSU", 2), ("CSUN", 2), ("CHICO", 3)], scene.Request.Rota.Select(entry => (entry.Partner, entry.Round)));
        scene.WithEntry("CSUF", entry => Assert.Equal(EntryState.Closed, entry.State)).ActiveIs("CHICO");
    }

    [Fact]
    [Clause("SE-9")]
    public void Word_of_a_send_is_about_the_entry_that_it_was_for()
    {
        var scene = ARequest().WithRota("CSUN");
        var first = scene.Effects.Single(effect => effect.Kind == EffectKind.SendRequest).Id;
        scene.SendFailed(SendOutcome.NotDelivered, first).CancelledByPatron().Staff(Trigger.Reactivate)
            .System(Trigger.RotaBuilt, new() { Partners = ["CSUN"] }).ActiveIs("CSUN");

        scene.SystemFor("CSUN", Trigger.Sent, new() { Effect = first }).ShouldBe(ReadyToBeSent, "SE-9").WithRecords("SentAfterwards");

        Assert.Equal([true, false], scene.Request.Rota.Select(entry => entry.IsConfirmed));
    }

    private static Scene In(BorrowingStatus status, string former) => status is LocateInProcess or LocateFailed
        ? Search(ARequest().AfterRejectionBy(former).In(RejectedByPartner), status)
        : ARequest().AfterRejectionBy(former).In(status);

    private static Scene Search(Scene scene, BorrowingStatus status) => status switch
    {
        LocateInProcess => scene.Staff(Trigger.Reactivate),
        LocateFailed => scene.Staff(Trigger.Reactivate).Staff(Trigger.CancelByStaff),
        _ => scene,
    };
}
