using BorrowingWorkflow.Iso18626.Fuzz;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Tests.Schema;

namespace BorrowingWorkflow.Iso18626.Tests;

public sealed class SampleTests
{
    public static TheoryData<string> Valid => [.. SampleMessages.Valid.Keys];

    [Theory]
    [MemberData(nameof(Valid))]
    public void A_sample_is_read_without_a_deviation_and_comes_back_as_it_was(string name)
    {
        var read = Iso18626Reader.Read(SampleMessages.Valid[name]);
        Assert.True(read.IsMessage, read.ToString());
        Assert.Empty(read.Deviations);
        Assert.Empty(read.Message.Extensions);
        Assert.Equal(name.StartsWith("1.2", StringComparison.Ordinal) ? Iso18626Version.V1_2 : Iso18626Version.V2021_2, read.Message.Version);
        Assert.Equal(read.Message, Iso18626Reader.Read(Iso18626Writer.Write(read.Message)).Message);
    }

    [SharedFact(Xsd.Folder)]
    public void The_samples_are_valid_as_they_stand_and_as_they_are_written()
    {
        Assert.True(SampleMessages.Valid.Count > 30);
        foreach (var (name, message) in SampleMessages.Valid)
        {
            var version = name.StartsWith("1.2", StringComparison.Ordinal) ? Iso18626Version.V1_2 : Iso18626Version.V2021_2;
            Xsd.AssertValid(message, version);
            Xsd.AssertValid(Iso18626Writer.Write(Iso18626Reader.Read(message).Message!), version);
        }
    }

    [Fact]
    public void A_loan_says_what_was_sent_and_when_it_is_due()
    {
        var message = Assert.IsType<SupplyingAgencyMessage>(Iso18626Reader.Read(SampleMessages.Valid["1.2-supplier-loaned"]).Message!.Body);
        Assert.Equal(new AgencyId("ISIL", "US-CSUN"), message.Header.SupplyingAgencyId);
        Assert.Equal("SDSU-1001", message.Header.RequestingAgencyRequestId);
        Assert.Equal("CSUN-77", message.Header.SupplyingAgencyRequestId);
        Assert.Null(message.Header.MultipleItemRequestId);
        Assert.Equal(ReasonForMessage.StatusChange, message.MessageInfo.ReasonForMessage);
        Assert.Equal(SupplyStatus.Loaned, message.StatusInfo.Status);
        Assert.Equal(new DateTimeOffset(2027, 1, 10, 23, 59, 59, TimeSpan.FromHours(-8)), message.StatusInfo.DueDate!.Value.Value);
        Assert.Equal(["31822012345678"], message.DeliveryInfo!.ItemId);
        Assert.Equal(new Code("Courier"), message.DeliveryInfo.DeliveryMethod);
        Assert.Equal([new Code("LibraryUseOnly")], message.DeliveryInfo.LoanCondition);
        Assert.Equal(new Code("Printed"), message.DeliveryInfo.ItemFormat);
        Assert.False(message.DeliveryInfo.SentToPatron);
        Assert.Equal([new Costs(0.00m, "USD")], message.DeliveryInfo.DeliveryCosts);
        Assert.Equal("US-CSUN-B", message.ReturnInfo!.ReturnAgencyId!.AgencyIdValue);
    }

    [Theory]
    [InlineData("1.2-supplier-retry-costs", 1)]
    [InlineData("2021-supplier-retry-conditions", 2)]
    public void The_terms_of_a_retry_have_one_place_in_both_versions(string name, int offers)
    {
        var message = Assert.IsType<SupplyingAgencyMessage>(Iso18626Reader.Read(SampleMessages.Valid[name]).Message!.Body);
        Assert.Equal(SupplyStatus.RetryPossible, message.StatusInfo.Status);
        Assert.NotNull(message.MessageInfo.ReasonRetry);
        Assert.Equal(offers, message.RetryInfo!.OfferedCosts.Count);
        Assert.Equal("2026-12-01T00:00:00Z", message.RetryInfo.RetryAfter!.Value.Text);
        Assert.Equal("2026-12-31T00:00:00Z", message.RetryInfo.RetryBefore!.Value.Text);
    }
}
