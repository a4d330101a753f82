using BorrowingWorkflow.Desk.Tests.Browser;

namespace BorrowingWorkflow.Desk.Tests.Tools;

public sealed class ChromiumTests
{
    [Fact]
    public void A_program_that_is_named_is_taken()
    {
        var program = Environment.ProcessPath!;

        Assert.Equal(program, Chromium.Find(program));
    }

    [Fact]
    public void A_program_that_is_named_and_is_not_there_is_not_replaced_by_another() => Assert.Null(Chromium.Find("/nowhere/chromium"));

    [Fact]
    public void The_reason_why_a_test_is_skipped_says_what_to_do()
    {
        Assert.Contains("build/chromium.sh", Chromium.ReasonWhyMissing(), StringComparison.Ordinal);
        Assert.True(File.Exists(RepositoryRoot.Combine("build", "chromium.sh")));
    }
}
