using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>The headers. 2021-2 has one for each kind of message, 1.2 the same one for all.</summary>
internal static class HeaderForms
{
    private const string V12 =
        "supplyingAgencyId requestingAgencyId multipleItemRequestId timestamp requestingAgencyRequestId supplyingAgencyRequestId? requestingAgencyAuthentication?";

    private static Form<RequestingAgencyAuthentication> Authentication { get; } = MakeAuthentication();

    public static Form<MessageHeader> OfRequest { get; } = Make(
        "supplyingAgencyId? requestingAgencyId consortialId? multipleItemRequestId? timestamp requestingAgencyRequestId requestingAgencyAuthentication?");

    public static Form<MessageHeader> OfSupplyingAgency { get; } = Make(
        "supplyingAgencyId requestingAgencyId timestamp requestingAgencyRequestId supplyingAgencyRequestId?");

    public static Form<MessageHeader> OfRequestingAgency { get; } = Make(
        "supplyingAgencyId requestingAgencyId consortialId? timestamp requestingAgencyRequestId supplyingAgencyRequestId? requestingAgencyAuthentication?");

    public static Form<ConfirmationHeader> OfConfirmation { get; } = MakeConfirmation();

    private static Form<MessageHeader> Make(string v21)
    {
        var f = new FormBuilder<MessageHeader>();
        var supplier = f.Form("supplyingAgencyId", PartForms.Agency, h => h.SupplyingAgencyId);
        var requester = f.Form("requestingAgencyId", PartForms.Agency, h => h.RequestingAgencyId);
        var consortium = f.Form("consortialId", PartForms.Agency, h => h.ConsortialId);
        var multiple = f.One("multipleItemRequestId", TextKind.Id, GroupId);
        var timestamp = f.Time("timestamp", h => h.Timestamp);
        var id = f.NamedId("requestingAgencyRequestId", h => h.RequestingAgencyRequestId);
        var theirId = f.Id("supplyingAgencyRequestId", h => h.SupplyingAgencyRequestId);
        var account = f.Form("requestingAgencyAuthentication", Authentication, h => h.RequestingAgencyAuthentication);
        return f.Build(V12, v21, s => new()
        {
            SupplyingAgencyId = s.One(supplier),
            RequestingAgencyId = s.One(requester),
            ConsortialId = s.One(consortium),
            MultipleItemRequestId = s.One(multiple) is var group && group is { Length: 0 } && s.Version == Iso18626Version.V1_2 ? null : group,
            Timestamp = s.Maybe(timestamp),
            RequestingAgencyRequestId = s.One(id) ?? "",
            SupplyingAgencyRequestId = s.One(theirId),
            RequestingAgencyAuthentication = s.One(account),
        });
    }

    // 1.2 demands it by mistake; the field sends it empty where there is no group.
    private static string? GroupId(MessageHeader header, Iso18626Version version) =>
        header.MultipleItemRequestId ?? (version == Iso18626Version.V1_2 ? "" : null);

    private static Form<RequestingAgencyAuthentication> MakeAuthentication()
    {
        const string Model = "accountId? securityCode?";
        var f = new FormBuilder<RequestingAgencyAuthentication>();
        var account = f.Id("accountId", a => a.AccountId);
        var code = f.Id("securityCode", a => a.SecurityCode);
        return f.Build(Model, Model, s => new() { AccountId = s.One(account), SecurityCode = s.One(code) });
    }

    private static Form<ConfirmationHeader> MakeConfirmation()
    {
        var f = new FormBuilder<ConfirmationHeader>();
        var supplier = f.Form("supplyingAgencyId", PartForms.Agency, h => h.SupplyingAgencyId);
        var requester = f.Form("requestingAgencyId", PartForms.Agency, h => h.RequestingAgencyId);
        var timestamp = f.Time("timestamp", h => h.Timestamp);
        var id = f.Id("requestingAgencyRequestId", h => h.RequestingAgencyRequestId);
        var multiple = f.Id("multipleItemRequestId", h => h.MultipleItemRequestId);
        var received = f.Time("timestampReceived", h => h.TimestampReceived);
        var status = f.Listed("messageStatus", Kinds.MessageStatus, h => h.MessageStatus);
        return f.Build(
            v12: "supplyingAgencyId? requestingAgencyId? timestamp requestingAgencyRequestId? multipleItemRequestId? timestampReceived messageStatus",
            v21: "supplyingAgencyId? requestingAgencyId? timestamp requestingAgencyRequestId? timestampReceived messageStatus",
            s => new()
            {
                SupplyingAgencyId = s.One(supplier),
                RequestingAgencyId = s.One(requester),
                Timestamp = s.Maybe(timestamp),
                RequestingAgencyRequestId = s.One(id),
                MultipleItemRequestId = s.One(multiple),
                TimestampReceived = s.Maybe(received),
                MessageStatus = s.Maybe(status) ?? default,
            });
    }
}
