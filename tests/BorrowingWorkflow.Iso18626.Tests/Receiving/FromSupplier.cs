using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

/// <summary>Makes messages of supplying agencies. Change them by <c>with</c>.</summary>
internal static class FromSupplier
{
    public static readonly DateTimeOffset Now = new(2026, 9, 7, 9, 0, 0, TimeSpan.Zero);

    public static readonly AgencyId Library = new("ISIL", "US-SDSU");

    public static AgencyId AgencyOf(string partner) => new("ISIL", $"US-{partner}");

    /// <summary>A message about R-1 to SDSU.</summary>
    public static SupplyingAgencyMessage Says(SupplyStatus status, ReasonForMessage? reason = null, string? note = null, string partner = "CSUN", string request = "R-1") => new()
    {
        Header = new()
        {
            SupplyingAgencyId = AgencyOf(partner),
            RequestingAgencyId = Library,
            Timestamp = Now,
            RequestingAgencyRequestId = request,
            SupplyingAgencyRequestId = "L-1",
        },
        MessageInfo = new() { ReasonForMessage = reason ?? ReasonForMessage.StatusChange, Note = note },
        StatusInfo = new() { Status = status, LastChange = Now },
    };

    public static SupplyingAgencyMessage Notes(string? note, SupplyStatus status = default) => Says(status, ReasonForMessage.Notification, note);

    public static SupplyingAgencyMessage Answers(ReasonForMessage reason, YesNo answer, SupplyStatus status, string? note = null)
    {
        var message = Says(status, reason, note);
        return message with { MessageInfo = message.MessageInfo with { AnswerYesNo = answer } };
    }

    public static SupplyingAgencyMessage Due(this SupplyingAgencyMessage message, DateTimeOffset due) =>
        message with { StatusInfo = message.StatusInfo with { DueDate = due } };

    public static SupplyingAgencyMessage At(this SupplyingAgencyMessage message, DateTimeOffset timestamp) =>
        message with { Header = message.Header with { Timestamp = timestamp } };

    public static SupplyingAgencyMessage BecauseOf(this SupplyingAgencyMessage message, string reasonUnfilled) =>
        message with { MessageInfo = message.MessageInfo with { ReasonUnfilled = new(reasonUnfilled) } };

    public static SupplyingAgencyMessage On(this SupplyingAgencyMessage message, params string[] conditions) =>
        message with { DeliveryInfo = new() { DateSent = Now, LoanCondition = [.. conditions.Select(condition => new Code(condition))] } };

    public static SupplyingAgencyMessage For(this SupplyingAgencyMessage message, decimal amount) =>
        message with { RetryInfo = new() { OfferedCosts = [new(amount, "USD")] } };
}
