using System.Diagnostics;

namespace BorrowingWorkflow.Tests.Programs;

/// <summary>Runs a program to its end, as somebody would who knows nothing of this test.</summary>
internal static class ProgramRun
{
    /// <summary>What dotnet test and its test host tell their own children.</summary>
    private static readonly string[] NotOurs = ["MSBuild", "MSBUILD", "VSTEST", "DOTNET_HOST_PATH", "NUGET_PACKAGES", "BORROWING_", "CORECLR_", "COVERLET_"];

    /// <summary>What it wrote to standard output.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message has the call and what it wrote.</exception>
    public static async Task<string> OutputAsync(string folder, string program, params IEnumerable<string> arguments)
    {
        var call = Call(folder, program, arguments);
        using var process = Process.Start(call)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException(
                $"In {folder}: {program} {string.Join(' ', call.ArgumentList)}\nends with {process.ExitCode}:\n{output}\n{await error}");
    }

    /// <summary>How it is started: no input, output to this process.</summary>
    public static ProcessStartInfo Call(string folder, string program, params IEnumerable<string> arguments)
    {
        var call = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in call.Environment.Keys.Where(name => NotOurs.Any(start => name.StartsWith(start, StringComparison.Ordinal))).ToArray())
        {
            call.Environment.Remove(name);
        }

        // No build process outlives the call and holds its output open.
        call.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        call.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        call.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        call.Environment["DOTNET_NOLOGO"] = "1";
        return call;
    }
}
