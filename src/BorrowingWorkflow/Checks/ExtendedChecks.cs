using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Storage;
using static BorrowingWorkflow.Requests.BorrowingStatus;

namespace BorrowingWorkflow.Checks;

/// <summary>The rows extended of checks.tsv.</summary>
internal static class ExtendedChecks
{
    private static readonly TimeSpan UnwatchedFor = TimeSpan.FromDays(30);

    private static readonly CheckRow Row = new("extended");

    private static readonly CheckPolicy[] Lists =
    [
        Row.In(PendingApproval, "pending-approval", CheckCadence.Daily, "Pending approval", RequestOrder.LongestInStatus,
            "Approve, correct or cancel.", Trigger.Locate, Trigger.CancelByStaff),
        Row.In(LocalHolding, "local-holding", CheckCadence.Daily, "Local holding", RequestOrder.LongestInStatus,
            "Fill it from your own shelves, or locate anyway.", Trigger.ObtainExternally, Trigger.Locate, Trigger.CancelByStaff),
        Row.In(BadCitation, "bad-citation", CheckCadence.Daily, "Bad citation", RequestOrder.LongestInStatus,
            "Correct the citation and locate.", Trigger.EditRequest, Trigger.Locate, Trigger.CancelByStaff),
        Row.In(Conditional, "conditional", CheckCadence.Daily, "Conditional", RequestOrder.LongestInStatus,
            "Nothing moves by itself: accept or decline.", Trigger.AcceptCondition, Trigger.DeclineCondition),
        Row.In(MediatedPatronRenewal, "mediated-renewal", CheckCadence.Daily, "Mediated patron renewal", RequestOrder.DueDate,
            "Forward or decline.", Trigger.ForwardRenewal, Trigger.DeclineRenewal),
        Row.Of("expired-hold-shelf", CheckCadence.Daily, "Expired hold shelf", "status PhysicallyReceivedByLibrary, hold expired", ExpiredHold, RequestOrder.HoldExpiry,
            "Return to the partner.", Trigger.ReturnToPartner),
        Row.In(RecalledByPartner, "recalled", CheckCadence.Daily, "Recalled by partner", RequestOrder.LongestInStatus,
            "Get it back from the patron.", Trigger.ReturnToPartner),
        Row.In(WillSupply, "will-supply", CheckCadence.Weekly, "Will supply", RequestOrder.LongestInStatus,
            "The expiry clock is off: nothing but you moves an old one.", Trigger.SkipPartner, Trigger.SendGeneralMessage),
        Row.In(OverdueRequest, "overdue", CheckCadence.Weekly, "Overdue requests", RequestOrder.DueDate,
            "Follow up with the patron; report lost when it is.", Trigger.ReturnToPartner, Trigger.ReportLost),
        Row.Of("lost-and-damaged", CheckCadence.Monthly, "Lost and damaged", "@Trouble", InTrouble, RequestOrder.LongestInStatus,
            "Settle with the lender and complete.", Trigger.PayLostFee, Trigger.Complete),
        Row.In(Created, "created", CheckCadence.Daily, "Created", RequestOrder.LongestInStatus,
            "Finish the draft and locate, or cancel.", Trigger.Locate, Trigger.CancelByStaff),
        Row.In(ReceivedNotForLoan, "not-for-loan", CheckCadence.Weekly, "Received, not for loan", RequestOrder.LongestInStatus,
            "Return it when the patron is done.", Trigger.ReturnToPartner),
    ];

    public static readonly CheckPolicy[] All =
    [
        .. Lists,
        Row.Of("no-list", CheckCadence.Weekly, "In no list", "not final, in its status for more than 30 days, and on no other list of csu and extended", OnNoOtherList, RequestOrder.LongestInStatus,
            "A catch-all: what nobody watches gets stuck."),
    ];

    /// <remarks>Nobody has to fire the timer for it: the date is enough. The flag alone counts too, for holds whose date was not kept.</remarks>
    private static CheckSelection ExpiredHold(CheckContext context)
    {
        var now = context.Now;
        return new(
            new RequestQuery { Statuses = [PhysicallyReceivedByLibrary] },
            summary => summary.HoldExpiresAt < now || (summary.Traits & RequestTraits.HoldExpired) != 0);
    }

    private static CheckSelection InTrouble(CheckContext context) => new(new RequestQuery { Statuses = StatusGroups.Trouble });

    private static CheckSelection OnNoOtherList(CheckContext context)
    {
        CheckSelection[] others = [.. CsuChecks.All.Concat(Lists).Select(policy => policy.Select(context))];

        // Where a list takes a status whole, the catch-all need not read that status at all.
        var unlisted = others.Where(other => other.TakesStatusesWhole)
            .Aggregate(StatusGroups.NotFinal, (left, other) => left - other.Query.Statuses!.Value);
        CheckSelection[] partial = [.. others.Where(other => !other.TakesStatusesWhole)];
        return new(
            new RequestQuery { Statuses = unlisted, EnteredBefore = context.Now - UnwatchedFor },
            summary => !IsOnAny(partial, in summary));
    }

    private static bool IsOnAny(CheckSelection[] lists, in RequestSummary summary)
    {
        foreach (var list in lists)
        {
            if (list.Includes(in summary))
            {
                return true;
            }
        }

        return false;
    }
}
