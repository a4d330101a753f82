using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Tests.Machine;

public class TransitionLintTests
{
    private static readonly IReadOnlyList<Transition> Sound = TransitionTable.Default.Rows;

    [Fact]
    public void The_table_has_no_findings() => Assert.Empty(TransitionLint.Check(Sound));

    [Fact]
    public void A_sound_table_lets_the_workflow_start() => TransitionLint.Ensure(TransitionLint.Check(Sound));

    [Fact]
    public void Findings_keep_the_workflow_from_starting()
    {
        var findings = TransitionLint.Check([.. Sound, Row("ME-9", [Created], [Trigger.AddNote])]);

        var refusal = Assert.Throws<WorkflowDefinitionException>(() => TransitionLint.Ensure(findings));

        Assert.Equal(findings, refusal.Findings);
        Assert.Equal("The transition table has 2 faults: One. Two.", new WorkflowDefinitionException(["One.", "Two."]).Message);
    }

    [Fact]
    public void An_id_is_used_once() =>
        Finds("ME-8 is the id of 2 clauses.", [.. Sound, Row("ME-8", [Deleted], [Trigger.Purge])]);

    [Theory]
    [InlineData("me-9")]
    [InlineData("mE-9")]
    [InlineData("Me-9")]
    [InlineData("ME-09")]
    [InlineData("ME-9a")]
    [InlineData("ME9")]
    public void An_id_is_well_formed(string id) =>
        Finds($"'{id}' is not two capitals, a hyphen and a number.", [.. Sound, Row(id, [Deleted], [Trigger.Purge])]);

    [Theory]
    [InlineData("AA-1")]
    [InlineData("ZZ-99")]
    public void The_first_and_the_last_letter_and_any_number_are_well_formed(string id) =>
        Assert.DoesNotContain($"'{id}' is not two capitals, a hyphen and a number.", TransitionLint.Check([.. Sound, Row(id, [Deleted], [Trigger.Purge])]));

    [Fact]
    public void Every_trigger_is_used() =>
        Finds("Assign is in no clause.", [.. Sound.Where(row => row.Clause != "ME-8")]);

    [Fact]
    public void Every_row_can_be_fired() =>
        Finds("ME-9 can't be fired: it lacks a status, a trigger or an actor.", [.. Sound, Row("ME-9", [], [Trigger.Purge])]);

    [Fact]
    public void A_reference_names_a_clause() =>
        Finds("ME-9 refers to SH-99, which is no clause.", [.. Sound, Row("ME-9", [Deleted], [Trigger.Purge], steps: [Step.Reference("SH-99")])]);

    [Fact]
    public void References_do_not_go_round() =>
        Finds(
            "ME-9 refers to itself.",
            [
                .. Sound,
                Row("ME-9", [Deleted], [Trigger.Purge], steps: [Step.Reference("ME-10")]),
                Row("ME-10", [Deleted], [Trigger.Assign], steps: [Step.Reference("ME-9")]),
            ]);

    [Fact]
    public void An_outcome_that_is_referred_to_is_there() =>
        Finds("ME-9 goes as Purge from Created, which goes nowhere.", [.. Sound, Row("ME-9", [Deleted], [Trigger.Purge], to: Target.AsFrom(Created))]);

    [Fact]
    public void Every_status_can_be_reached() =>
        Finds("ReceivedNotForLoan can't be reached.", [.. Without("SH-2"), Row("SH-2", [ShippedPhysically], [Trigger.ReceiveNotForLoan])]);

    [Fact]
    public void What_only_an_unreachable_status_leads_to_can_not_be_reached() =>
        Finds(
            "DigitallyReceivedByLibrary can't be reached.",
            [
                .. Sound.Where(row => row.Clause is not ("SH-2" or "SH-5")),
                Row("SH-2", [ShippedPhysically], [Trigger.ReceiveNotForLoan]),
                Row("SH-5", [ReceivedNotForLoan], [Trigger.ReceiveDigitally], to: Target.To(DigitallyReceivedByLibrary)),
            ]);

    [Fact]
    public void A_status_leads_to_an_end_without_Complete() =>
        Finds(
            "DigitallyReceivedByLibrary leads to no final status, Complete aside.",
            [.. Without("SH-6"), Row("SH-6", [DigitallyReceivedByLibrary], [Trigger.DigitalDelivered])]);

    [Fact]
    public void Final_means_final() =>
        Finds("ME-9 leads out of Expired, which is final.", [.. Sound, Row("ME-9", [Expired], [Trigger.Send], to: Target.To(ReadyToBeSent))]);

    [Fact]
    public void A_restored_status_is_out_of_a_final_one_too() =>
        Finds("ME-9 leads out of Expired, which is final.", [.. Sound, Row("ME-9", [Expired], [Trigger.Send], to: Target.Restore(Memory.Close))]);

    [Fact]
    public void Two_rows_without_a_condition_do_not_share_a_trigger() =>
        Finds("ME-4 and ME-9 both apply, without a condition, to AddNote in Created by Staff.", [.. Sound, Row("ME-9", [Created], [Trigger.AddNote])]);

    [Fact]
    public void A_row_without_a_condition_and_one_with_a_condition_can_apply_at_once() =>
        Finds(
            "ME-4 and ME-9 can apply at once to AddNote in Created by Staff.",
            [.. Sound, Row("ME-9", [Created], [Trigger.AddNote], when: Guards.NoteStands)]);

    [Fact]
    public void Guards_of_a_cell_exclude_each_other() =>
        Finds(
            "AP-6 and ME-9 can apply at once to AcceptCondition in Conditional by Staff.",
            [.. Sound, Row("ME-9", [Conditional], [Trigger.AcceptCondition], when: Guards.AnotherPending)]);

    [Fact]
    public void Facts_that_cannot_hold_together_exclude_each_other() =>
        Assert.Empty(TransitionLint.Check([.. Sound, Row("ME-9", [Deleted], [Trigger.Assign], when: Guards.ConditionStands), Row("ME-10", [Deleted], [Trigger.Assign], when: Guards.RetryStands)]));

    [Fact]
    public void A_row_is_not_hidden_by_those_before_it() =>
        Finds("ME-9 never applies to AddNote in Created.", [.. Sound, Row("ME-9", [Created], [Trigger.AddNote], when: Guards.NoteStands)]);

    [Fact]
    public void A_condition_can_be_met() =>
        Finds(
            "ME-9 never applies to Assign in Deleted.",
            [.. Sound, Row("ME-9", [Deleted], [Trigger.Assign], when: Guards.ConditionStands & Guards.RetryStands)]);

    private static IEnumerable<Transition> Without(string clause) => Sound.Where(row => row.Clause != clause);

    private static void Finds(string finding, IReadOnlyList<Transition> rows) => Assert.Contains(finding, TransitionLint.Check(rows));

    private static Transition Row(string clause, StatusSet from, TriggerSet triggers, Guard when = default, Target? to = null, IReadOnlyList<Step>? steps = null) =>
        new(clause, from, triggers, Actors.Staff, when, to ?? Target.Stay, steps ?? [], ClauseSource.Field);
}
