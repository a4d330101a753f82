using System.Text.Json;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Xml;

namespace BorrowingWorkflow.Iso18626.Receiving;

/// <summary>What the history keeps of a supplying agency's message: all that it says, as it came.</summary>
internal static class MessageRecord
{
    /// <summary>The members of the data that hold it.</summary>
    public static Dictionary<string, JsonElement> Of(Iso18626Message original, string? contradiction)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            Text(json, "version", Names.Of(original.Version));
            if (original.Body is SupplyingAgencyMessage message)
            {
                Write(json, message);
            }

            List(json, "extensions", [.. original.Extensions.Select(extension => $"{extension.Path} {extension.Name}: {extension.Xml}")]);
            Text(json, "contradiction", contradiction);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(stream.GetBuffer().AsMemory(0, (int)stream.Length));
        return new(StringComparer.Ordinal) { ["iso18626"] = document.RootElement.Clone() };
    }

    private static void Write(Utf8JsonWriter json, SupplyingAgencyMessage message)
    {
        Text(json, "timestamp", message.Header.Timestamp?.Text);
        Text(json, "supplyingAgencyRequestId", message.Header.SupplyingAgencyRequestId);
        Text(json, "reasonForMessage", message.MessageInfo.ReasonForMessage.Code);
        Text(json, "answerYesNo", message.MessageInfo.AnswerYesNo.Code);
        Text(json, "note", message.MessageInfo.Note);
        Text(json, "reasonUnfilled", message.MessageInfo.ReasonUnfilled?.Value);
        Text(json, "reasonRetry", message.MessageInfo.ReasonRetry?.Value);
        Text(json, "status", message.StatusInfo.Status.Code);
        Text(json, "expectedDeliveryDate", message.StatusInfo.ExpectedDeliveryDate?.Text);
        Text(json, "dueDate", message.StatusInfo.DueDate?.Text);
        Text(json, "lastChange", message.StatusInfo.LastChange?.Text);
        List(json, "retryTerms", [.. InboundText.RetryTermsOf(message)]);
        List(json, "offeredCosts", Costs(message.RetryInfo?.OfferedCosts));
        Text(json, "retryBefore", message.RetryInfo?.RetryBefore?.Text);
        Write(json, message.DeliveryInfo ?? new());
        Write(json, message.ShippingInfo ?? new());
        Text(json, "returnAgencyId", message.ReturnInfo?.ReturnAgencyId?.Words);
        Text(json, "returnName", message.ReturnInfo?.Name);
        List(json, "returnAddress", Lines(message.ReturnInfo?.PhysicalAddress));
    }

    private static void Write(Utf8JsonWriter json, DeliveryInfo delivery)
    {
        Text(json, "dateSent", delivery.DateSent?.Text);
        List(json, "itemId", delivery.ItemId);
        Text(json, "url", delivery.Url);
        Text(json, "deliveryMethod", delivery.DeliveryMethod?.Value);
        List(json, "deliveryAddress", Lines(delivery.Address?.PhysicalAddress));
        Text(json, "electronicAddress", delivery.Address?.ElectronicAddress?.ElectronicAddressData);
        Text(json, "sentToPatron", delivery.SentToPatron?.ToString());
        List(json, "loanCondition", Codes(delivery.LoanCondition));
        Text(json, "itemFormat", delivery.ItemFormat?.Value);
        Text(json, "serviceType", delivery.ServiceType.Code);
        List(json, "deliveryCosts", Costs(delivery.DeliveryCosts));
        Text(json, "paymentMethod", delivery.PaymentMethod?.Value);
    }

    private static void Write(Utf8JsonWriter json, ShippingInfo shipping)
    {
        Text(json, "courierName", shipping.CourierName?.Value);
        List(json, "trackingId", shipping.TrackingId);
        Text(json, "insurance", shipping.Insurance.Code);
        Text(json, "insuranceThirdParty", shipping.InsuranceThirdParty.Code);
        Text(json, "thirdPartyName", shipping.ThirdPartyName);
        List(json, "insuranceCosts", Costs(shipping.InsuranceCosts));
    }

    private static string[] Codes(ValueList<Code> codes) => [.. codes.Select(code => code.Value)];

    private static string[] Costs(ValueList<Costs>? costs) => [.. (costs ?? []).Select(cost => FormattableString.Invariant($"{cost.MonetaryValue} {cost.CurrencyCode}"))];

    private static string[] Lines(PhysicalAddress? address) => address is null
        ? []
        : [.. new[] { address.Line1, address.Line2, address.Locality, address.PostalCode, address.Region?.Value, address.Country?.Value }.OfType<string>()];

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void List(Utf8JsonWriter json, string name, IReadOnlyCollection<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
