namespace BorrowingWorkflow.Packages.Tests;

/// <summary>The kit's readme and its page of the documentation, taken as they stand under two test frameworks.</summary>
public class KitTests
{
    private static readonly string Readme = CodeBlocks.Page("src", "BorrowingWorkflow.Testing", "README.md");

    [Fact]
    public async Task The_kit_proves_a_store_under_xunit_v2()
    {
        var stranger = await Stranger.WithAsync("xunit", CodeBlocks.PackagesToAdd(Readme));
        stranger.Delete("UnitTest1.cs");
        var blocks = CodeBlocks.CSharp(Readme);
        Write(stranger, blocks[0], blocks[1]);

        var output = await stranger.DotnetAsync("test", await stranger.BuildAsync());

        Assert.Matches(@"Passed! +- Failed: +0, Passed: +[7-9]\d, Skipped: +0", output);
    }

    [Fact]
    public async Task The_kit_proves_a_store_under_xunit_v3()
    {
        var stranger = await Stranger.WithAsync("console", ["xunit.v3", .. CodeBlocks.PackagesToAdd(Readme)]);
        stranger.Delete("Program.cs");
        var page = CodeBlocks.CSharp(CodeBlocks.Page("docs", "testing.md"));
        Write(stranger, CodeBlocks.CSharp(Readme)[0], page.Single(block => block.Contains("TestContext.Current", StringComparison.Ordinal)));

        var output = await stranger.RunAsync(await stranger.BuildAsync());

        Assert.Matches(@"Total: [7-9]\d, Errors: 0, Failed: 0, Skipped: 0", output);
    }

    private static void Write(Stranger stranger, string harness, string tests)
    {
        var usings = string.Join('\n', CodeBlocks.Usings(Readme));
        stranger.Write("Harness.cs", $"{usings}\n\n{harness}");
        stranger.Write("StoreTests.cs", $"using Xunit;\n{usings}\n\n{tests}");
    }
}
