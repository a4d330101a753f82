using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Iso18626.Tests.Receiving;
using BorrowingWorkflow.Machine;
using BorrowingWorkflow.Requests;
using CsCheck;

namespace BorrowingWorkflow.Iso18626.Tests.Mapping;

/// <summary>Whatever a lender writes, in whatever status: it is mapped, taken and kept.</summary>
public class InboundProperties
{
    private static readonly BorrowingStatus[] Statuses =
        [.. BorrowingStatusExtensions.All.Where(status => status > BorrowingStatus.ReadyToBeSent && status != BorrowingStatus.Deleted)];

    private static readonly Gen<SupplyingAgencyMessage> Messages =
        from reason in Any("RequestResponse", "StatusRequestResponse", "RenewResponse", "CancelResponse", "StatusChange", "Notification", "", "Own")
        from status in Any(
            "RequestReceived", "ExpectToSupply", "WillSupply", "Loaned", "Overdue", "Recalled", "RetryPossible", "Unfilled", "CopyCompleted",
            "LoanCompleted", "CompletedWithoutReturn", "Cancelled", "HoldReturn", "ReleaseHoldReturn", "", "Own")
        from answer in Any("Y", "N", "", "?")
        from note in Any<string?>(null, "", "DUPLICATE of 12", "This request has expired", "#seq:4# hello", "Ärger 😀 with\nlines")
        from unfilled in Any<string?>(null, "Duplicate", "Expired", "NotOnShelf", "")
        from days in Any<int?>(null, -400, 0, 60, 2_900_000)
        from condition in Any<string?>(null, "", "LibraryUseOnly")
        from cost in Any<decimal?>(null, 0m, 12.5m)
        from sender in Any("CSUN", "CHICO")
        select Make(reason, status, answer, note, unfilled, days, condition, cost, sender);

    [Fact]
    public async Task Every_message_is_taken_and_kept_in_every_status() =>
        await Gen.Select(Any(Statuses), Messages).SampleAsync(
            async (status, message) =>
            {
                await using var desk = new ReceivingDesk();
                var request = await desk.World.RequestInAsync(status);
                var before = await desk.World.Workflow.HistoryAsync(request.Id);
                var partner = message.Header.SupplyingAgencyId!.AgencyIdValue[3..];

                var input = InboundMapping.Map(message, new(Iso18626Version.V2021_2, message), request, partner, "m-1");
                var result = input.By == Actor.Partner
                    ? await desk.World.Workflow.ReceiveAsync(input)
                    : await desk.World.Workflow.ExecuteAsync(input);

                var history = await desk.World.Workflow.HistoryAsync(request.Id);
                return result.Verdict is not (Verdict.Refused or Verdict.Duplicate)
                    && history.Count == before.Count + 1
                    && history[^1].Data?.Unknown?.ContainsKey("iso18626") == true
                    && (input.Trigger != Trigger.ReceiveGeneralMessage || !string.IsNullOrWhiteSpace(input.Data.Text))
                    && (message.MessageInfo.ReasonForMessage != ReasonForMessage.Notification || result.Status == status);
            },
            iter: 400,
            print: sample => $"{sample.Item1}: {sample.Item2.MessageInfo} {sample.Item2.StatusInfo}");

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static SupplyingAgencyMessage Make(
        string reason, string status, string answer, string? note, string? unfilled, int? days, string? condition, decimal? cost, string sender)
    {
        var message = FromSupplier.Says(new(status), new ReasonForMessage(reason), note, sender);
        return message with
        {
            MessageInfo = message.MessageInfo with { AnswerYesNo = new(answer), ReasonUnfilled = unfilled is null ? null : new(unfilled) },
            StatusInfo = message.StatusInfo with { DueDate = days is { } n ? FromSupplier.Now.AddDays(n) : null },
            DeliveryInfo = condition is null ? null : new() { LoanCondition = [new(condition)] },
            RetryInfo = cost is null ? null : new() { OfferedCosts = [new(cost.Value, "USD")] },
        };
    }
}
