namespace BorrowingWorkflow.Cli.Tests;

/// <summary>Replays that end before their time.</summary>
public sealed class StopTests : IDisposable
{
    private const int Half = 700;
    private const string Summary = "1,449 events: Applied 1,437, OutOfSequence 1, FromInactivePartner 1, Duplicate 7, Refused 3.\n";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_killed_replay_is_completed_by_the_next()
    {
        var events = await _tool.WriteTermAsync();
        using (var process = Tool.Start("replay", "/dev/stdin", "--db", _tool["killed.db"]))
        {
            foreach (var line in Tool.Term.Take(Half))
            {
                await process.StandardInput.WriteLineAsync(line);
            }

            // Reports come in file order: once this one is there, all lines before it have been applied.
            await process.StandardInput.WriteLineAsync("stop");
            await process.StandardInput.FlushAsync();
            Assert.StartsWith($"/dev/stdin:{Half + 1}: ", await process.StandardError.ReadLineAsync(), StringComparison.Ordinal);
            process.Kill();
            await process.WaitForExitAsync();
        }

        var answer = await _tool.RunAsync("replay", events, "--db", _tool["killed.db"], "--verdicts", _tool["verdicts.jsonl"]);

        Assert.Equal(0, answer.ExitCode);
        var verdicts = await File.ReadAllLinesAsync(_tool["verdicts.jsonl"]);
        Assert.Equal(Tool.Term.Length, verdicts.Length);
        Assert.All(verdicts.Take(Half), line => Assert.Contains("\"verdict\":\"Duplicate\"", line, StringComparison.Ordinal));
        await AssertSame(_tool["killed.db"], await _tool.ReplayTermAsync());
    }

    [Fact]
    public async Task A_replay_that_is_stopped_says_how_far_it_got_and_is_completed_by_the_next()
    {
        var events = await _tool.WriteTermAsync();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var answer = await _tool.RunAsync(stop.Token, "replay", events, "--db", _tool["stopped.db"]);

        Assert.Equal((1, ""), (answer.ExitCode, answer.Output));
        Assert.EndsWith("Stopped.\n", answer.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await _tool.RunAsync("replay", events, "--db", _tool["stopped.db"])).ExitCode);
        await AssertSame(_tool["stopped.db"], await _tool.ReplayTermAsync());
    }

    [Fact]
    public async Task An_interrupt_stops_it_cleanly()
    {
        using var process = Tool.Start("replay", "/dev/stdin", "--db", _tool["term.db"]);
        foreach (var line in Tool.Term.Take(Half))
        {
            await process.StandardInput.WriteLineAsync(line);
        }

        await process.StandardInput.WriteLineAsync("stop");
        await process.StandardInput.FlushAsync();
        await process.StandardError.ReadLineAsync();
        await Tool.InterruptAsync(process);
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith($"Up to line {Half + 1} of /dev/stdin: {Half} events: Applied ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replay_that_takes_a_while_shows_its_progress_on_a_terminal_and_leaves_nothing_behind()
    {
        using var terminal = new Tool { ShowsProgress = true, Tick = TimeSpan.FromSeconds(1) };
        var answer = await terminal.RunAsync("replay", await terminal.WriteTermAsync(), "--db", terminal["term.db"]);

        Assert.Contains("\r 50 %", answer.Error, StringComparison.Ordinal);
        Assert.EndsWith("\r     \r" + Summary, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_short_replay_or_one_that_nobody_watches_shows_none(bool isTerminal, int tick)
    {
        using var terminal = new Tool { ShowsProgress = isTerminal, Tick = TimeSpan.FromSeconds(tick) };
        var answer = await terminal.RunAsync("replay", await terminal.WriteTermAsync(), "--db", terminal["term.db"]);

        Assert.Equal(Summary, answer.Error);
    }

    private async Task AssertSame(string one, string other)
    {
        foreach (var args in (string[][])[["status"], ["effects"], ["checks", "--preset", "extended"], ["anomalies"], ["show", "CSU-000039"]])
        {
            Assert.Equal((await _tool.RunAsync([.. args, "--db", other, "--format", "json"])).Output, (await _tool.RunAsync([.. args, "--db", one, "--format", "json"])).Output);
        }
    }
}
