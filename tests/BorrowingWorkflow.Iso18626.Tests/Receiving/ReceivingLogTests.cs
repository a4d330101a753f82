using BorrowingWorkflow.Iso18626.Diagnostics;
using BorrowingWorkflow.Iso18626.Receiving;

namespace BorrowingWorkflow.Iso18626.Tests.Receiving;

/// <summary>docs/iso18626.md names what there is.</summary>
public class ReceivingLogTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.Combine("docs", "iso18626.md"));

    [Fact]
    public void Every_log_message_of_receiving_is_on_the_page() => LogPage.AssertHasAll(Page, typeof(ReceivingLog), 1630, 1649);

    [Fact]
    public void Every_trigger_of_the_mapping_is_on_the_page() =>
        Assert.All(InboundMapping.Rows, row => Assert.Contains($"{row.Trigger}", Page, StringComparison.Ordinal));
}
