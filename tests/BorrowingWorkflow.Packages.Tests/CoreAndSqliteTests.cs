namespace BorrowingWorkflow.Packages.Tests;

/// <summary>The first steps on the readmes of the core and of the SQLite package, taken as they stand.</summary>
public class CoreAndSqliteTests
{
    [Fact]
    public async Task The_core_by_itself_runs_the_code_of_its_readme()
    {
        var page = CodeBlocks.Page("src", "BorrowingWorkflow", "README.md");

        var output = await RunAsync(page);

        Assert.Equal("LocateInProcess. Refused: ", output[..Math.Min(output.Length, 26)]);
    }

    [Fact]
    public async Task The_readme_s_code_borrows_into_a_SQLite_file()
    {
        var page = CodeBlocks.Page("README.md");

        var output = await RunAsync(page);

        Assert.Equal("Ready to be sent: 1", output.Trim());
    }

    [Fact]
    public void The_SQLite_package_s_readme_has_the_same_code() =>
        Assert.Equal(CodeBlocks.CSharp(CodeBlocks.Page("README.md")), CodeBlocks.CSharp(CodeBlocks.Page("src", "BorrowingWorkflow.Sqlite", "README.md")));

    private static async Task<string> RunAsync(string page)
    {
        var stranger = await Stranger.WithAsync("console", CodeBlocks.PackagesToAdd(page));
        stranger.Write("Program.cs", Assert.Single(CodeBlocks.CSharp(page)));
        return await stranger.RunAsync(await stranger.BuildAsync());
    }
}
