using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>The six messages.</summary>
internal static class MessageForms
{
    private static Form<ErrorData> Error { get; } = MakeError();

    /// <summary>The forms of the six.</summary>
    public static IReadOnlyList<BodyForm> All { get; } =
    [
        BodyForm.Of("request", MessageKind.Request, MakeRequest()),
        BodyForm.Of("requestConfirmation", MessageKind.RequestConfirmation, MakeRequestConfirmation()),
        BodyForm.Of("supplyingAgencyMessage", MessageKind.SupplyingAgencyMessage, MakeSupplying()),
        BodyForm.Of("supplyingAgencyMessageConfirmation", MessageKind.SupplyingAgencyMessageConfirmation, MakeSupplyingConfirmation()),
        BodyForm.Of("requestingAgencyMessage", MessageKind.RequestingAgencyMessage, MakeRequesting()),
        BodyForm.Of("requestingAgencyMessageConfirmation", MessageKind.RequestingAgencyMessageConfirmation, MakeRequestingConfirmation()),
    ];

    /// <summary>The form of the element of that name; null where it is none of the six.</summary>
    public static BodyForm? Find(string name) => All.FirstOrDefault(form => form.Name == name);

    /// <summary>The form of a message.</summary>
    /// <exception cref="InvalidMessageException">There is none.</exception>
    public static BodyForm Of(MessageBody body) =>
        All.FirstOrDefault(form => form.Record == body?.GetType())
        ?? throw new InvalidMessageException("/", "holds no message; give it one of the six.");

    public static void Write(ElementWriter writer, MessageBody body)
    {
        var form = Of(body);
        writer.Begin(form.Name);
        form.Write(writer, body);
        writer.End();
    }

    private static Form<ErrorData> MakeError()
    {
        const string Model = "errorType errorValue?";
        var f = new FormBuilder<ErrorData>();
        var type = f.Listed("errorType", Kinds.ErrorType, e => e.ErrorType);
        var value = f.Text("errorValue", e => e.ErrorValue);
        return f.Build(Model, Model, s => new() { ErrorType = s.Maybe(type) ?? default, ErrorValue = s.One(value) });
    }

    private static Form<Request> MakeRequest()
    {
        const string Rest = "supplierInfo* requestedDeliveryInfo* requestingAgencyInfo? patronInfo? billingInfo?";
        var f = new FormBuilder<Request>();
        var header = f.Header(HeaderForms.OfRequest, m => m.Header);
        var bibliographic = f.Form("bibliographicInfo", RequestForms.Bibliographic, m => m.BibliographicInfo);
        var publication = f.Form("publicationInfo", RequestForms.Publication, m => m.PublicationInfo);
        var service = f.Form("serviceInfo", RequestForms.Service, m => m.ServiceInfo);
        var suppliers = f.Forms("supplierInfo", RequestForms.Supplier, m => m.SupplierInfo);
        var deliveries = f.Forms("requestedDeliveryInfo", RequestForms.Delivery, m => m.RequestedDeliveryInfo);
        var agency = f.Form("requestingAgencyInfo", RequestForms.Agency, m => m.RequestingAgencyInfo);
        var patron = f.Form("patronInfo", RequestForms.Patron, m => m.PatronInfo);
        var billing = f.Form("billingInfo", RequestForms.Billing, m => m.BillingInfo);
        return f.Build(
            v12: $"header bibliographicInfo publicationInfo? serviceInfo? {Rest}",
            v21: $"header bibliographicInfo publicationInfo? serviceInfo {Rest}",
            s => new()
            {
                Header = s.One(header) ?? new(),
                BibliographicInfo = s.One(bibliographic) ?? new(),
                PublicationInfo = s.One(publication),
                ServiceInfo = s.One(service),
                SupplierInfo = s.Many(suppliers),
                RequestedDeliveryInfo = s.Many(deliveries),
                RequestingAgencyInfo = s.One(agency),
                PatronInfo = s.One(patron),
                BillingInfo = s.One(billing),
            });
    }

    private static Form<SupplyingAgencyMessage> MakeSupplying()
    {
        var f = new FormBuilder<SupplyingAgencyMessage>();
        var header = f.Header(HeaderForms.OfSupplyingAgency, m => m.Header);
        var info = f.Form("messageInfo", SupplyForms.Info, FlatMessageInfo.Of);
        var status = f.Form("statusInfo", SupplyForms.Status, m => m.StatusInfo);
        var retry = f.Form("retryInfo", SupplyForms.Retry, FlatMessageInfo.RestOf);
        var delivery = f.Form("deliveryInfo", SupplyForms.Delivery, m => m.DeliveryInfo);
        var shipping = f.Form("shippingInfo", SupplyForms.Shipping, m => m.ShippingInfo);
        var returns = f.Form("returnInfo", SupplyForms.Return, m => m.ReturnInfo);
        return f.Build(
            v12: "header messageInfo statusInfo deliveryInfo? returnInfo?",
            v21: "header messageInfo statusInfo retryInfo? deliveryInfo? shippingInfo? returnInfo?",
            s => new()
            {
                Header = s.One(header) ?? new(),
                MessageInfo = s.One(info)?.Info ?? new(),
                StatusInfo = s.One(status) ?? new(),
                RetryInfo = s.One(info) is { } flat ? flat.With(s.One(retry)) : s.One(retry),
                DeliveryInfo = s.One(delivery),
                ShippingInfo = s.One(shipping),
                ReturnInfo = s.One(returns),
            });
    }

    private static Form<RequestingAgencyMessage> MakeRequesting()
    {
        const string Model = "header action note?";
        var f = new FormBuilder<RequestingAgencyMessage>();
        var header = f.Header(HeaderForms.OfRequestingAgency, m => m.Header);
        var action = f.Listed("action", Kinds.Action, m => m.Action);
        var note = f.Text("note", m => m.Note);
        return f.Build(
            Model, Model, s => new() { Header = s.One(header) ?? new(), Action = s.Maybe(action) ?? default, Note = s.One(note) });
    }

    private static Form<RequestConfirmation> MakeRequestConfirmation()
    {
        var f = new FormBuilder<RequestConfirmation>();
        var header = f.Confirmation(m => m.ConfirmationHeader);
        var errors = f.Forms("errorData", Error, m => m.ErrorData);
        return f.Build(
            v12: "confirmationHeader errorData?",
            v21: "confirmationHeader errorData*",
            s => new() { ConfirmationHeader = s.One(header) ?? new(), ErrorData = s.Many(errors) });
    }

    private static Form<SupplyingAgencyMessageConfirmation> MakeSupplyingConfirmation()
    {
        var f = new FormBuilder<SupplyingAgencyMessageConfirmation>();
        var header = f.Confirmation(m => m.ConfirmationHeader);
        var reason = f.Listed("reasonForMessage", Kinds.Reason, m => m.ReasonForMessage);
        var errors = f.Forms("errorData", Error, m => m.ErrorData);
        return f.Build(
            v12: "confirmationHeader reasonForMessage? errorData?",
            v21: "confirmationHeader reasonForMessage? errorData*",
            s => new() { ConfirmationHeader = s.One(header) ?? new(), ReasonForMessage = s.Maybe(reason) ?? default, ErrorData = s.Many(errors) });
    }

    private static Form<RequestingAgencyMessageConfirmation> MakeRequestingConfirmation()
    {
        var f = new FormBuilder<RequestingAgencyMessageConfirmation>();
        var header = f.Confirmation(m => m.ConfirmationHeader);
        var action = f.Listed("action", Kinds.Action, m => m.Action);
        var errors = f.Forms("errorData", Error, m => m.ErrorData);
        return f.Build(
            v12: "confirmationHeader action? errorData?",
            v21: "confirmationHeader action? errorData*",
            s => new() { ConfirmationHeader = s.One(header) ?? new(), Action = s.Maybe(action) ?? default, ErrorData = s.Many(errors) });
    }
}
