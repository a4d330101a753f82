using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests;

/// <summary>The tool <c>borrowing</c> as a process of its own.</summary>
internal sealed partial class ToolProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly Task<string> _error;

    private ToolProcess(string folder, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "borrowing.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        _process = Process.Start(start)!;
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Where it listens, without the path.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Starts a command that listens, and waits until it does.</summary>
    public static async Task<ToolProcess> StartAsync(string folder, params string[] args)
    {
        var process = new ToolProcess(folder, args);
        var line = await process.LineAsync("Listening on ");
        process.Address = AddressPattern().Match(line).Value;
        return process;
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<string> RunAsync(string folder, params string[] args)
    {
        using var process = new ToolProcess(folder, args);
        var output = await process._process.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
        await process._process.WaitForExitAsync().WaitAsync(Patience);
        Assert.True(process._process.ExitCode == 0, $"borrowing {string.Join(' ', args)}: {await process._error}");
        return output;
    }

    /// <summary>Waits for a line of standard output that holds the text.</summary>
    public async Task<string> LineAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            _said.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return line;
            }
        }

        Assert.Fail($"It ended before it said \"{text}\".\n{_said}\n{await _error}");
        return "";
    }

    /// <summary>Ends it as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Stops it as an operating system does, and gives what it said on standard error.</summary>
    public async Task<string> StopAsync(string signal = "TERM")
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, _process.ExitCode);
        return await _error;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    [GeneratedRegex("http://[0-9.:]+")]
    private static partial Regex AddressPattern();
}
