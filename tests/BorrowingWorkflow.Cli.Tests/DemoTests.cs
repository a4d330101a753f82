using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli.Tests;

public sealed class DemoTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task It_shows_a_desk()
    {
        var answer = await _tool.RunAsync("demo");

        Assert.Equal((0, ""), (answer.ExitCode, answer.Error));
        await Verifier.Verify(answer.Output.Replace(_tool.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_shows_the_same_desk_again()
    {
        var first = await _tool.RunAsync("demo");
        var second = await _tool.RunAsync("demo");

        Assert.Equal(0, second.ExitCode);
        Assert.Equal(
            first.Output.Replace("Applied 1,437, OutOfSequence 1, FromInactivePartner 1, Duplicate 7, Refused 3", "Duplicate 1,449", StringComparison.Ordinal),
            second.Output);
    }

    [Fact]
    public async Task Colours_pick_out_headings_and_change_no_word()
    {
        using var colourful = new Tool { Colours = true };
        var plain = await _tool.RunAsync("demo");
        var painted = await colourful.RunAsync("demo");

        Assert.Contains("\e[", painted.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[", plain.Output, StringComparison.Ordinal);
        var words = System.Text.RegularExpressions.Regex.Replace(painted.Output, "\e\\[[0-9;]*m", "");
        Assert.Equal(plain.Output, words.Replace(colourful.Folder, _tool.Folder, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, null, "xterm", true)]
    [InlineData(true, "", "xterm", true)]
    [InlineData(true, "1", "xterm", false)]
    [InlineData(true, null, "dumb", false)]
    [InlineData(false, null, "xterm", false)]
    public void Colours_are_for_terminals_that_want_them(bool isTerminal, string? noColor, string term, bool expected) =>
        Assert.Equal(expected, Desk.WantsColours(isTerminal, name => name == "NO_COLOR" ? noColor : term));

    [Fact]
    public async Task Data_formats_have_no_colours_on_any_terminal()
    {
        using var colourful = new Tool { Colours = true };
        var db = await colourful.ReplayTermAsync();

        foreach (var format in (string[])["json", "csv", "html"])
        {
            Assert.DoesNotContain("\e", (await colourful.RunAsync("checks", "--db", db, "--format", format)).Output, StringComparison.Ordinal);
        }
    }
}
