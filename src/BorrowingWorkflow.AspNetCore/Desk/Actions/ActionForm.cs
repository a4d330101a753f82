using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.AspNetCore.Desk.Actions;

/// <summary>What staff are asked when they fire a trigger.</summary>
/// <param name="Fields">What it may bring along.</param>
/// <param name="IsIrrevocable">True where no other trigger takes it back: it asks twice.</param>
internal sealed record ActionForm(IReadOnlyList<ActionField> Fields, bool IsIrrevocable = false)
{
    private static readonly ActionForm Plain = new([]);
    private static readonly ActionForm Irrevocable = new([], IsIrrevocable: true);
    private static readonly ActionForm Because = new([ActionField.Reason], IsIrrevocable: true);

    /// <summary>The fields that a form can't be sent without.</summary>
    public static bool IsRequired(ActionField field) => field is ActionField.Text or ActionField.Order or ActionField.Volumes;

    /// <summary>The form of a trigger.</summary>
    public static ActionForm Of(Trigger trigger) => trigger switch
    {
        Trigger.AddNote or Trigger.SendGeneralMessage => new([ActionField.Text]),
        Trigger.Assign => new([ActionField.Assignee]),
        Trigger.ChangePartnerOrder => new([ActionField.Order]),
        Trigger.EditRequest => new(
        [
            ActionField.Title, ActionField.Author, ActionField.Isbn, ActionField.Issn, ActionField.Oclc, ActionField.Doi, ActionField.Pickup,
            ActionField.NeededBy,
        ]),
        Trigger.Loan or Trigger.PartnerRenewed => new([ActionField.DueDate]),
        Trigger.PartnerShipped => new([ActionField.DueDate, ActionField.Volumes]),
        Trigger.Receive or Trigger.ReturnToPartner => new([ActionField.Volumes]),
        Trigger.ReturnAtBranch => new([ActionField.Branch]),
        Trigger.PartnerSetCondition => new([ActionField.Condition, ActionField.Cost, ActionField.ReplyBy]),
        Trigger.PartnerRetryPossible => new([ActionField.Reason, ActionField.ReplyBy]),
        Trigger.PartnerRefusedCancel or Trigger.PartnerRefusedRenewal => new([ActionField.Reason]),

        // What ends a request or a partner's part in it, or tells somebody what can't be untold.
        Trigger.PartnerRejected or Trigger.PartnerCancelled or Trigger.PartnerUnshipped => Because,
        Trigger.CancelByStaff or Trigger.ForceCancel or Trigger.SkipPartner or Trigger.DeclineCondition or Trigger.DeclineRenewal
            or Trigger.Export or Trigger.ObtainExternally or Trigger.Replace or Trigger.Resubmit or Trigger.Complete
            or Trigger.ReportLost or Trigger.ReportDamaged or Trigger.PayLostFee or Trigger.RemoveTemporaryItem or Trigger.PatronWithdrew
            or Trigger.PartnerExpired or Trigger.PartnerAcceptedCancel or Trigger.PartnerDeclaredLost
            or Trigger.PartnerCompletedWithoutReturn or Trigger.PartnerCheckedIn or Trigger.DigitalDelivered => Irrevocable,
        _ => Plain,
    };
}
