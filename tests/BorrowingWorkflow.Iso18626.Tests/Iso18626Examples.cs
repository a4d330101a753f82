using BorrowingWorkflow.Iso18626.Fuzz;
using BorrowingWorkflow.Iso18626.Messages;

namespace BorrowingWorkflow.Iso18626.Tests;

/// <summary>The code of docs/iso18626.md.</summary>
public sealed class Iso18626Examples
{
    [Fact]
    public async Task A_message_is_made_and_written()
    {
        var now = new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero);
        await using var stream = new MemoryStream();

        #region docs:write
        var message = new SupplyingAgencyMessage
        {
            Header = new()
            {
                SupplyingAgencyId = new("ISIL", "US-CSUN"),
                RequestingAgencyId = new("ISIL", "US-CASDS"),
                Timestamp = now,
                RequestingAgencyRequestId = "SDSU-1001",
            },
            MessageInfo = new() { ReasonForMessage = ReasonForMessage.StatusChange },
            StatusInfo = new() { Status = SupplyStatus.Loaned, DueDate = now.AddDays(42), LastChange = now },
            DeliveryInfo = new() { DateSent = now, ItemId = ["31822012345678"], LoanCondition = [new("LibraryUseOnly")] },
        };
        await Iso18626Writer.WriteAsync(stream, new Iso18626Message(Iso18626Version.V1_2, message));
        #endregion

        Assert.Equal(message, Iso18626Reader.Read(stream.ToArray()).Message!.Body);
    }

    [Fact]
    public async Task A_message_is_read()
    {
        await using var stream = new MemoryStream(SampleMessages.Tolerated["empty-status-in-notification"]);
        var log = new List<string>();

        #region docs:read
        var read = await Iso18626Reader.ReadAsync(stream);
        if (!read.IsMessage)
        {
            log.Add($"{read.Fault.Header?.RequestingAgencyRequestId}: {read.Fault.Text}");
            return;
        }

        foreach (var deviation in read.Deviations)
        {
            log.Add($"line {deviation.Line}: {deviation.Kind} {deviation.Path}");
        }

        if (read.Message.Body is SupplyingAgencyMessage supplier && supplier.MessageInfo.ReasonForMessage == ReasonForMessage.Notification)
        {
            log.Add($"{supplier.Header.RequestingAgencyRequestId} has a note, with the status {supplier.StatusInfo.Status}");
        }
        #endregion

        Assert.Equal(["line 22: EmptyCode /supplyingAgencyMessage/statusInfo/status", "SDSU-1001 has a note, with the status "], log);
    }

    [Fact]
    public void A_message_that_is_not_valid_is_refused()
    {
        var header = ((SupplyingAgencyMessage)Iso18626Reader.Read(SampleMessages.Valid["1.2-supplier-loaned"]).Message!.Body).Header;

        #region docs:refuse
        var lost = new RequestingAgencyMessage { Header = header, Action = MessageAction.Lost };
        var error = Assert.Throws<InvalidMessageException>(() => Iso18626Writer.Write(new(Iso18626Version.V1_2, lost)));
        Assert.Equal("/requestingAgencyMessage/action", error.Path);
        Assert.Equal("has a code that the list of 1.2 does not have; take one of the list.", error.Problem);
        #endregion
    }
}
