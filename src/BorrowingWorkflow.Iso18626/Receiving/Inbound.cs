using System.Text.RegularExpressions;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Requests;
using BorrowingWorkflow.Rota;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>What the rows of the inbound mapping ask a message, and the request as it stands.</summary>
/// <remarks>
/// It notes whether a row looked at the request. What such a row decides holds only while the request stands so, so it goes to the workflow
/// with the request's revision; see <see cref="Engine.WorkflowInput.IfRevision"/>.
/// </remarks>
/// <param name="message">The message, put right by the sender's dialect.</param>
/// <param name="request">The request as it stands.</param>
/// <param name="partner">The sender's code.</param>
internal sealed partial class Inbound(SupplyingAgencyMessage message, BorrowingRequest request, string partner)
{
    /// <summary>The message.</summary>
    public SupplyingAgencyMessage Message { get; } = message;

    /// <summary>True where the answer depends on how the request stands.</summary>
    public bool LooksAtRequest { get; private set; }

    public ReasonForMessage Reason => Message.MessageInfo.ReasonForMessage;

    public SupplyStatus Status => Message.StatusInfo.Status;

    public bool Yes => Message.MessageInfo.AnswerYesNo == YesNo.Yes;

    public bool No => Message.MessageInfo.AnswerYesNo == YesNo.No;

    public string Note => Message.MessageInfo.Note?.Trim() ?? "";

    /// <summary>The request; asking for it is noted.</summary>
    public BorrowingRequest Request
    {
        get
        {
            LooksAtRequest = true;
            return request;
        }
    }

    /// <summary>True where the status counts: the reason does not decide.</summary>
    public bool StatusCounts(SupplyStatus status) =>
        Status == status && (Reason == ReasonForMessage.RequestResponse || Reason == ReasonForMessage.StatusChange);

    /// <summary>True where the partner would supply on a condition or for money.</summary>
    public bool HasTerms => InboundData.ConditionsOf(Message).Any() || InboundData.OfferOf(Message).Any();

    /// <summary>True where the partner says that it has the request already.</summary>
    public bool SaysDuplicate =>
        Note.StartsWith("DUPLICATE", StringComparison.Ordinal)
        || string.Equals(Message.MessageInfo.ReasonUnfilled?.Value, "Duplicate", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the partner says that it let the request lapse.</summary>
    public bool SaysExpired => Expired().IsMatch(Message.MessageInfo.ReasonUnfilled?.Value ?? "") || Expired().IsMatch(Note);

    /// <summary>True where the due date that the message brings is later than the one that stands, or none stands.</summary>
    public bool ExtendsLoan => InboundData.DueDateOf(Message) is { } due && (Request.LenderDueDate is not { } standing || due > standing);

    /// <summary>
    /// True where the fate of a send to the partner is not known, or the request went out more than once, so that one of the two may be what
    /// the partner is talking about.
    /// </summary>
    public bool SendIsUncertain => Entry is { FirstSend: not null } entry
        && (entry.UnknownSends.Count > 0 || entry is { LastSendAsks: false } && entry.LastSend != entry.FirstSend);

    /// <summary>True where the fate of a send to the partner is not known.</summary>
    public bool SendIsUnknown => Entry is { UnknownSends.Count: > 0 };

    /// <summary>True where the status says no more than that the partner has the request and may yet supply.</summary>
    public bool SaysItHasRequest =>
        Status.IsEmpty || Status == SupplyStatus.RequestReceived || Status == SupplyStatus.ExpectToSupply || Status == SupplyStatus.WillSupply && !HasTerms;

    /// <summary>True where the partner holds the request as far as the workflow knows, and nothing more has come of it.</summary>
    public bool IsAtThisPartner => Request.Active?.Partner == partner && Machine.StatusGroups.AtPartner.Contains(Request.Status);

    // The active entry where it is the partner's, else the last of the partner's that was sent to.
    private RotaEntry? Entry => Request.Active is { } active && active.Partner == partner
        ? active
        : Request.Rota.LastOrDefault(entry => entry.Partner == partner && entry.FirstSend is not null);

    [GeneratedRegex(@"\bexpired\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Expired();
}
