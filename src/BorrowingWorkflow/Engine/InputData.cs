using System.Text.Json;
using System.Text.Json.Serialization;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Engine;

/// <summary>What an input brings along. Which members count depends on the trigger; the others are kept and change nothing.</summary>
/// <remarks>Moments are in UTC. May hold patron data and free text: never logged, and erased by a purge.</remarks>
public sealed record InputData
{
    /// <summary>Submit, SaveDraft, Import: the borrowing library's code.</summary>
    public string? Library { get; init; }

    /// <summary>Submit, SaveDraft, Import: the patron's reference.</summary>
    public string? Patron { get; init; }

    /// <summary>Submit, SaveDraft, Import: the patron's group.</summary>
    public string? PatronGroup { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: the title.</summary>
    public string? Title { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: the author.</summary>
    public string? Author { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: the ISBN.</summary>
    public string? Isbn { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: the ISSN.</summary>
    public string? Issn { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: the OCLC number.</summary>
    public string? Oclc { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: the DOI.</summary>
    public string? Doi { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: the form wanted.</summary>
    public RequestFormat? Format { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: the kind of thing wanted.</summary>
    public CitationType? CitationType { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: the pickup location.</summary>
    public string? Pickup { get; init; }

    /// <summary>Submit, SaveDraft, Import, EditRequest: until when it is needed.</summary>
    public DateTimeOffset? NeededBy { get; init; }

    /// <summary>Submit, SaveDraft, Import: the host's or the network's own id.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Submit: a person has looked at the possible duplicate.</summary>
    public bool? OverrideDuplicate { get; init; }

    /// <summary>Submit, SaveDraft, Import: the request that this one replaces.</summary>
    public string? Replaces { get; init; }

    /// <summary>RotaBuilt: the partners' codes in order. Import: the same, the first being the active one.</summary>
    public IReadOnlyList<string>? Partners { get; init; }

    /// <summary>RotaBuilt, LocateFoundNothing: for each candidate, why it is in the rota or out of it.</summary>
    public IReadOnlyList<string>? Why { get; init; }

    /// <summary>PartnerShipped, PartnerRenewed: the lender's due date. Loan: the patron's. Import: the lender's.</summary>
    public DateTimeOffset? DueDate { get; init; }

    /// <summary>PartnerRejected and the like: the partner's reason.</summary>
    public string? Reason { get; init; }

    /// <summary>PartnerSetCondition: the condition.</summary>
    public string? Condition { get; init; }

    /// <summary>PartnerSetCondition: the cost, in the partner's words.</summary>
    public string? Cost { get; init; }

    /// <summary>PartnerSetCondition, PartnerRetryPossible: until when an answer is asked for.</summary>
    public DateTimeOffset? ReplyBy { get; init; }

    /// <summary>SendFailed: what is known of the send.</summary>
    /// <value>Unknown.</value>
    public SendOutcome? Outcome { get; init; }

    /// <summary>
    /// Sent, SendFailed, RotaBuilt, LocateFoundNothing, LocateInterrupted: the id of the effect that it is the outcome of; absent: the last
    /// one queued.
    /// </summary>
    public string? Effect { get; init; }

    /// <summary>
    /// Sent, SendFailed: which attempt at the effect it is the outcome of, from 1. What another attempt told already is then not told
    /// again, and a failure takes nothing back. Absent: the outcome is that of all attempts.
    /// </summary>
    public int? SendAttempt { get; init; }

    /// <summary>General messages and notes: the text.</summary>
    public string? Text { get; init; }

    /// <summary>DismissGeneralMessage, DismissNote: the id of what is dismissed; absent: all that are active.</summary>
    public string? Message { get; init; }

    /// <summary>ReturnAtBranch: the branch's code; absent: another branch than the resource sharing library.</summary>
    public string? Branch { get; init; }

    /// <summary>
    /// Submit, SaveDraft, Import: the volumes wanted. PartnerShipped, PartnerShippedDigitally, AcceptLateShipment, Receive, ReceiveNotForLoan,
    /// ReturnToPartner, ScanIn: the volumes concerned; absent: all.
    /// </summary>
    public IReadOnlyList<string>? Volumes { get; init; }

    /// <summary>
    /// ChangePartnerOrder: the codes of the pending partners in their new order, those that are left out behind them; <see cref="Partners"/>
    /// says the same. Absent: nothing moves.
    /// </summary>
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary>Assign: whom the request is assigned to; absent: nobody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Import: the status that the request has elsewhere.</summary>
    public BorrowingStatus? Status { get; init; }

    /// <summary>Import: since when it has it.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    /// <summary>
    /// Import: true takes a request over afresh that was imported before, as long as nothing but imports happened to it (IN-8). Otherwise,
    /// and absent, an import of a request that is there already is out of sequence.
    /// </summary>
    public bool? ImportAgain { get; init; }

    /// <summary>Members that the workflow does not know; kept as they came. Settable only because the serialiser fills it last.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    /// <summary>Says nothing of what it holds, so that no log or message can.</summary>
    public override string ToString() => "(data)";
}
