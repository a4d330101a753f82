namespace BorrowingWorkflow.Tests.Spec;

public class SpecCopyTests
{
    [SharedFact("spec")]
    public void The_copies_are_the_specification()
    {
        foreach (var original in Directory.GetFiles(SharedFolder.Combine("spec"), "*.tsv"))
        {
            Assert.Equal(File.ReadAllText(original), File.ReadAllText(Path.Combine(SpecTable.Folder, Path.GetFileName(original))));
        }
    }

    [Theory]
    [InlineData("statuses.tsv", 39)]
    [InlineData("groups.tsv", 7)]
    [InlineData("transitions.tsv", 153)]
    public void A_copy_is_whole(string name, int rows) => Assert.Equal(rows, SpecTable.Read(name).Rows.Count);
}
