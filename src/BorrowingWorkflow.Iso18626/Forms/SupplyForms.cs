using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Forms;

/// <summary>The parts of a supplying agency's message.</summary>
internal static class SupplyForms
{
    public static Form<FlatMessageInfo> Info { get; } = MakeInfo();

    public static Form<StatusInfo> Status { get; } = MakeStatus();

    public static Form<RetryInfo> Retry { get; } = MakeRetry();

    public static Form<DeliveryInfo> Delivery { get; } = MakeDelivery();

    public static Form<ShippingInfo> Shipping { get; } = MakeShipping();

    public static Form<ReturnInfo> Return { get; } = MakeReturn();

    private static Form<FlatMessageInfo> MakeInfo()
    {
        var f = new FormBuilder<FlatMessageInfo>();
        var reason = f.Listed("reasonForMessage", Kinds.Reason, i => i.Info.ReasonForMessage);
        var answer = f.Listed("answerYesNo", Kinds.YesNo, i => i.Info.AnswerYesNo);
        var note = f.Text("note", i => i.Info.Note);
        var unfilled = f.Code("reasonUnfilled", i => i.Info.ReasonUnfilled);
        var retry = f.Code("reasonRetry", i => i.Info.ReasonRetry);
        var costs = f.Forms("offeredCosts", PartForms.Costs, i => i.OfferedCosts);
        var after = f.Time("retryAfter", i => i.RetryAfter);
        var before = f.Time("retryBefore", i => i.RetryBefore);
        return f.Build(
            v12: "reasonForMessage answerYesNo? note? reasonUnfilled? reasonRetry? offeredCosts? retryAfter? retryBefore?",
            v21: "reasonForMessage answerYesNo? note? reasonUnfilled? reasonRetry?",
            s => new(
                new()
                {
                    ReasonForMessage = s.Maybe(reason) ?? default,
                    AnswerYesNo = s.Maybe(answer) ?? default,
                    Note = s.One(note),
                    ReasonUnfilled = s.One(unfilled),
                    ReasonRetry = s.One(retry),
                },
                s.Many(costs), s.Maybe(after), s.Maybe(before)));
    }

    private static Form<StatusInfo> MakeStatus()
    {
        const string Model = "status expectedDeliveryDate? dueDate? lastChange";
        var f = new FormBuilder<StatusInfo>();
        var status = f.Listed("status", Kinds.Status, i => i.Status);
        var expected = f.Time("expectedDeliveryDate", i => i.ExpectedDeliveryDate);
        var due = f.Time("dueDate", i => i.DueDate);
        var change = f.Time("lastChange", i => i.LastChange);
        return f.Build(Model, Model, s => new()
        {
            Status = s.Maybe(status) ?? default,
            ExpectedDeliveryDate = s.Maybe(expected),
            DueDate = s.Maybe(due),
            LastChange = s.Maybe(change),
        });
    }

    private static Form<RetryInfo> MakeRetry()
    {
        var f = new FormBuilder<RetryInfo>();
        var conditions = f.Codes("loanCondition", i => i.LoanCondition);
        var editions = f.Texts("edition", i => i.Edition);
        var formats = f.Codes("itemFormat", i => i.ItemFormat);
        var volumes = f.Texts("volume", i => i.Volume);
        var service = f.Listed("serviceType", Kinds.ServiceType, i => i.ServiceType);
        var levels = f.Codes("serviceLevel", i => i.ServiceLevel);
        var methods = f.Codes("deliveryMethod", i => i.DeliveryMethod);
        var couriers = f.Codes("courierName", i => i.CourierName);
        var costs = f.Forms("offeredCosts", PartForms.Costs, i => i.OfferedCosts);
        var payments = f.Codes("paymentMethod", i => i.PaymentMethod);
        var before = f.Time("retryBefore", i => i.RetryBefore);
        var after = f.Time("retryAfter", i => i.RetryAfter);
        return f.Build(
            v12: "",
            v21: "loanCondition* edition* itemFormat* volume* serviceType? serviceLevel* deliveryMethod* courierName* offeredCosts* paymentMethod* "
                + "retryBefore? retryAfter?",
            s => new()
            {
                LoanCondition = s.Many(conditions),
                Edition = s.Many(editions),
                ItemFormat = s.Many(formats),
                Volume = s.Many(volumes),
                ServiceType = s.Maybe(service) ?? default,
                ServiceLevel = s.Many(levels),
                DeliveryMethod = s.Many(methods),
                CourierName = s.Many(couriers),
                OfferedCosts = s.Many(costs),
                PaymentMethod = s.Many(payments),
                RetryBefore = s.Maybe(before),
                RetryAfter = s.Maybe(after),
            });
    }

    private static Form<DeliveryInfo> MakeDelivery()
    {
        var f = new FormBuilder<DeliveryInfo>();
        var sent = f.Time("dateSent", i => i.DateSent);
        var items = f.Ids("itemId", i => i.ItemId);
        var url = f.Id("URL", i => i.Url);
        var method = f.Code("deliveryMethod", i => i.DeliveryMethod, name12: "sentVia");
        var address = f.Form("address", PartForms.Address, i => i.Address);
        var toPatron = f.Maybe("sentToPatron", TruthKind.Instance, i => i.SentToPatron);
        var conditions = f.Codes("loanCondition", i => i.LoanCondition);
        var format = f.Code("itemFormat", i => i.ItemFormat, name12: "deliveredFormat");
        var service = f.Listed("serviceType", Kinds.ServiceType, i => i.ServiceType);
        var costs = f.Forms("deliveryCosts", PartForms.Costs, i => i.DeliveryCosts);
        var payment = f.Code("paymentMethod", i => i.PaymentMethod);
        return f.Build(
            v12: "dateSent itemId? sentVia? sentToPatron? loanCondition? deliveredFormat? deliveryCosts?",
            v21: "dateSent itemId* URL? deliveryMethod? address? sentToPatron? loanCondition* itemFormat? serviceType? deliveryCosts* paymentMethod?",
            s => new()
            {
                DateSent = s.Maybe(sent),
                ItemId = s.Many(items),
                Url = s.One(url),
                DeliveryMethod = s.One(method),
                Address = s.One(address),
                SentToPatron = s.Maybe(toPatron),
                LoanCondition = s.Many(conditions),
                ItemFormat = s.One(format),
                ServiceType = s.Maybe(service) ?? default,
                DeliveryCosts = s.Many(costs),
                PaymentMethod = s.One(payment),
            });
    }

    private static Form<ShippingInfo> MakeShipping()
    {
        var f = new FormBuilder<ShippingInfo>();
        var courier = f.Code("courierName", i => i.CourierName);
        var tracking = f.Ids("trackingId", i => i.TrackingId);
        var insurance = f.Listed("insurance", Kinds.YesNo, i => i.Insurance);
        var byThird = f.Listed("insuranceThirdParty", Kinds.YesNo, i => i.InsuranceThirdParty);
        var third = f.Text("thirdPartyName", i => i.ThirdPartyName);
        var costs = f.Forms("insuranceCosts", PartForms.Costs, i => i.InsuranceCosts);
        return f.Build(
            v12: "",
            v21: "courierName? trackingId* insurance? insuranceThirdParty? thirdPartyName? insuranceCosts*",
            s => new()
            {
                CourierName = s.One(courier),
                TrackingId = s.Many(tracking),
                Insurance = s.Maybe(insurance) ?? default,
                InsuranceThirdParty = s.Maybe(byThird) ?? default,
                ThirdPartyName = s.One(third),
                InsuranceCosts = s.Many(costs),
            });
    }

    private static Form<ReturnInfo> MakeReturn()
    {
        const string Model = "returnAgencyId? name? physicalAddress?";
        var f = new FormBuilder<ReturnInfo>();
        var agency = f.Form("returnAgencyId", PartForms.Agency, i => i.ReturnAgencyId);
        var name = f.Text("name", i => i.Name);
        var address = f.Form("physicalAddress", PartForms.PhysicalAddress, i => i.PhysicalAddress);
        return f.Build(Model, Model, s => new() { ReturnAgencyId = s.One(agency), Name = s.One(name), PhysicalAddress = s.One(address) });
    }
}
