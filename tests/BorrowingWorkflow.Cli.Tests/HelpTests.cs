using System.Diagnostics;

namespace BorrowingWorkflow.Cli.Tests;

public class HelpTests
{
    [Fact]
    public async Task The_help_names_the_tool_and_exits_with_zero()
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
