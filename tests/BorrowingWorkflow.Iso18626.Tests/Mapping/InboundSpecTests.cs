using BorrowingWorkflow.Iso18626.Receiving;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Iso18626.Tests.Mapping;

/// <summary>The inbound mapping beside the specification's own rows.</summary>
public class InboundSpecTests
{
    private const string Prefix = "SupplyingAgencyMessage, ";

    private static readonly (string Message, string Condition, string Says)[] Wanted =
    [
        .. SpecTable.Read("iso18626.tsv").Rows
            .Where(row => row["direction"] == "in" && row["iso18626"].StartsWith(Prefix, StringComparison.Ordinal))
            .Select(row => (row["iso18626"][Prefix.Length..], row["condition"], $"{row["workflow"]} {row["note"]}")),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, InboundMapping.Rows.Count)];

    [Fact]
    public void The_copy_is_whole() => Assert.Equal(26, Wanted.Length);

    [Fact]
    public void Every_row_of_the_specification_is_there_and_no_other() =>
        Assert.Equal(
            Wanted.Select(row => (row.Message, row.Condition)).Order(),
            InboundMapping.Rows.Select(row => (row.Message, row.Condition)).Distinct().Order());

    [Fact]
    public void Rows_by_status_stand_in_the_specifications_order() => AssertOrder(message => message.StartsWith("status", StringComparison.Ordinal));

    [Fact]
    public void Rows_by_reason_stand_in_the_specifications_order() => AssertOrder(message => message.StartsWith("reason", StringComparison.Ordinal));

    [Fact]
    public void The_reason_decides_first_and_the_last_row_takes_the_rest()
    {
        var kinds = InboundMapping.Rows.Select(row => row.Message.Split(' ')[0]).ToArray();

        Assert.Equal(["reason", "status", "anything"], kinds.Distinct());
        Assert.Equal(kinds.OrderBy(kind => Array.IndexOf(["reason", "status", "anything"], kind)), kinds);
        Assert.Equal("anything", kinds[^1]);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_row_does_what_the_specification_says(int number)
    {
        var row = InboundMapping.Rows[number];
        var says = Wanted.Single(wanted => (wanted.Message, wanted.Condition) == (row.Message, row.Condition)).Says;
        switch (row.Message)
        {
            // Said in prose.
            case "reason StatusRequestResponse":
                Assert.Contains("reconciles an unknown send; otherwise compared and recorded", says, StringComparison.Ordinal);
                Assert.Contains(row.Trigger, new[] { Trigger.Sent, Trigger.PartnerAcknowledged, Trigger.ReceiveGeneralMessage });
                break;
            case "reason CancelResponse, no answerYesNo":
                Assert.Contains("as above", says, StringComparison.Ordinal);
                Assert.Contains(row.Trigger, new[] { Trigger.PartnerAcceptedCancel, Trigger.PartnerRefusedCancel });
                break;
            default:
                // PartnerShipped has its exception in the note; a late yes or no has its other half in the condition.
                Assert.Contains(row.Trigger.ToString(), $"{says} {row.Condition}", StringComparison.Ordinal);
                break;
        }

        if (row.AndThen == Trigger.PartnerShipped)
        {
            Assert.Equal(Trigger.PartnerRefusedCancel, row.Trigger);
            Assert.Contains(Wanted, wanted => wanted.Says.Contains("and then the status it carries, if it is Loaned", StringComparison.Ordinal));
        }
    }

    private static void AssertOrder(Predicate<string> isMeant) =>
        Assert.Equal(
            Wanted.Select(row => (row.Message, row.Condition)).Where(row => isMeant(row.Message)),
            InboundMapping.Rows.Select(row => (row.Message, row.Condition)).Distinct().Where(row => isMeant(row.Message)));
}
