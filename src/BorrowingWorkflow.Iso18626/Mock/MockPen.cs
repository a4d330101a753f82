using BorrowingWorkflow.Iso18626.Forms;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Receiving;

namespace BorrowingWorkflow.Iso18626.Mock;

/// <summary>Writes the messages of a mock lender.</summary>
internal static class MockPen
{
    private const string Link = "https://lender.example/files/1";

    /// <summary>The message that a step says about a request.</summary>
    /// <param name="step">The step.</param>
    /// <param name="loan">The request.</param>
    /// <param name="agency">The lender.</param>
    /// <param name="version">The version to write in.</param>
    /// <param name="at">The timestamp.</param>
    /// <param name="now">The time that due dates count from.</param>
    /// <param name="number">How many messages the lender has written; tells the bar codes apart.</param>
    public static Iso18626Message Write(MockStep step, MockLoan loan, AgencyId agency, Iso18626Version version, DateTimeOffset at, DateTimeOffset now, int number)
    {
        var status = step.Status.IsEmpty ? loan.Status : step.Status;
        var reason = step.Reason;
        if (!status.IsIn(version))
        {
            // What the version has no word for is said by a note.
            (status, reason) = (loan.Status.IsIn(version) ? loan.Status : SupplyStatus.Loaned, ReasonForMessage.Notification);
        }

        var isCopy = status == SupplyStatus.CopyCompleted;
        var is2021 = version == Iso18626Version.V2021_2;
        return new(version, new SupplyingAgencyMessage
        {
            Header = new()
            {
                SupplyingAgencyId = step.As ?? agency,
                RequestingAgencyId = loan.Header.RequestingAgencyId,
                Timestamp = at,
                RequestingAgencyRequestId = loan.Header.RequestingAgencyRequestId,
                SupplyingAgencyRequestId = loan.Id,
                MultipleItemRequestId = is2021 ? null : loan.Header.MultipleItemRequestId,
            },
            MessageInfo = new()
            {
                ReasonForMessage = reason,
                AnswerYesNo = step.Answer,
                Note = step.Note ?? (isCopy && !is2021 ? $"The file is at {Link}" : null),
                ReasonUnfilled = CodeOf(step.ReasonUnfilled),
                ReasonRetry = CodeOf(step.ReasonRetry),
            },
            StatusInfo = new()
            {
                Status = status,
                DueDate = step.DueInDays is { } days ? now.AddDays(days) : (MessageTime?)null,
                LastChange = at,
            },
            RetryInfo = step.OfferedCosts is { } costs ? new() { OfferedCosts = [new(costs, "USD")] } : null,
            DeliveryInfo = isCopy || status == SupplyStatus.Loaned || step.LoanCondition is not null
                ? new()
                {
                    DateSent = at,
                    ItemId = isCopy || step.LoanCondition is not null ? [] : [$"MOCK-{number:D6}"],
                    Url = isCopy && is2021 ? Link : null,
                    LoanCondition = step.LoanCondition is { } condition ? [new(condition)] : [],
                }
                : null,
        });
    }

    /// <summary>The confirmation of what was read; null where it is a confirmation itself.</summary>
    /// <param name="read">What was read.</param>
    /// <param name="error">What is wrong with it; null where nothing is.</param>
    /// <param name="at">When it came.</param>
    public static Iso18626Message? Confirm(Iso18626ReadResult read, ErrorData? error, DateTimeOffset at)
    {
        // Of what can't be read the kind is not always known; then it is confirmed as what lenders get first.
        var kind = read.IsMessage ? MessageForms.Of(read.Message.Body).Kind : read.Fault.MessageKind ?? MessageKind.Request;
        if (kind is not (MessageKind.Request or MessageKind.RequestingAgencyMessage or MessageKind.SupplyingAgencyMessage))
        {
            return null;
        }

        var echo = read.IsMessage ? Confirmations.EchoOf(read.Message.Body)
            : read.Fault.Header is { } header ? Confirmations.EchoOf(header)
            : new();
        return Confirmations.MessageOf(read.Message?.Version ?? read.Fault!.Version, kind, echo, read.Message?.Body as RequestingAgencyMessage, at, error);
    }

    private static Code? CodeOf(string? value) => value is null ? null : new(value);
}
