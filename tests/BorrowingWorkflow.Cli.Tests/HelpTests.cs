using System.Diagnostics;

namespace BorrowingWorkflow.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("borrowing")]
    [InlineData("demo")]
    [InlineData("replay")]
    [InlineData("import-alma")]
    [InlineData("status")]
    [InlineData("checks")]
    [InlineData("anomalies")]
    [InlineData("show")]
    [InlineData("effects")]
    [InlineData("machine")]
    [InlineData("desk")]
    [InlineData("serve")]
    [InlineData("submit")]
    [InlineData("do")]
    [InlineData("mock-lender")]
    public async Task Help_ends_with_examples(string command)
    {
        var answer = await _tool.RunAsync([.. command == "borrowing" ? [] : new[] { command }, "--help"]);

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        await Verifier.Verify(answer.Output, command);
    }

    [Fact]
    public async Task The_program_itself_answers()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "borrowing.dll"), "--help"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("borrowing [", output, StringComparison.Ordinal);
    }
}
