namespace BorrowingWorkflow.Packages.Tests;

/// <summary>The command-line tool, installed as its readme says but into a folder.</summary>
public class ToolTests
{
    [Fact]
    public async Task The_tool_installs_and_runs_its_demo()
    {
        var feed = await PackedFeed.GetAsync();
        var stranger = await Stranger.ArrivesAsync("tool");

        await stranger.DotnetAsync("tool", "install", "BorrowingWorkflow.Cli", "--version", feed.Version, "--tool-path", "bin");
        var demo = await ProgramRun.OutputAsync(stranger.Folder, Path.Combine(stranger.Folder, "bin", "borrowing"), "demo");
        var version = await ProgramRun.OutputAsync(stranger.Folder, Path.Combine(stranger.Folder, "bin", "borrowing"), "--version");

        Assert.StartsWith("A small term at a resource sharing desk", demo, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(stranger.Folder, "borrowing-demo.db")));
        Assert.StartsWith(feed.Version, version, StringComparison.Ordinal);
    }
}
