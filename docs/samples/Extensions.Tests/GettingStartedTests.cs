using BorrowingWorkflow.Tests.Shared;

namespace BorrowingWorkflow.Samples;

/// <summary>Runs docs/samples/GettingStarted, and holds what it prints against docs/getting-started.md.</summary>
public sealed class GettingStartedTests
{
    [Fact]
    public async Task The_program_prints_what_the_page_shows()
    {
        var folder = Directory.CreateTempSubdirectory("getting-started-");
        var console = Console.Out;
        using var written = new StringWriter { NewLine = "\n" };
        Console.SetOut(written);
        try
        {
            // The entry point waits for the program's end.
            typeof(EverybodyHoldsIt).Assembly.EntryPoint!.Invoke(null, [new[] { Path.Combine(folder.FullName, "borrowing.db") }]);
        }
        finally
        {
            Console.SetOut(console);
            folder.Delete(recursive: true);
        }

        Assert.Contains($"```text\n{written}```\n", (await File.ReadAllTextAsync(RepositoryRoot.Combine("docs", "getting-started.md"))).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
