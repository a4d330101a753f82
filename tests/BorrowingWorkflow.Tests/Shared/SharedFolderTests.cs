namespace BorrowingWorkflow.Tests.Shared;

public class SharedFolderTests
{
    [Fact]
    public void The_repository_root_holds_the_solution() =>
        Assert.True(File.Exists(RepositoryRoot.Combine("BorrowingWorkflow.sln")));

    [Fact]
    public void A_test_that_reads_what_is_absent_is_skipped_with_the_path_as_its_reason()
    {
        var attribute = new SharedFactAttribute("no/such/file.tsv");

        Assert.Contains(SharedFolder.Combine("no/such/file.tsv"), attribute.Skip, StringComparison.Ordinal);
    }

    [SharedFact("spec/transitions.tsv")]
    public void A_test_that_reads_what_is_present_runs() =>
        Assert.True(File.Exists(SharedFolder.Combine("spec", "transitions.tsv")));
}
