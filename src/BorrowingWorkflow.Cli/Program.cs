using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;

namespace BorrowingWorkflow.Cli;

/// <summary>The tool's entry point. 0: all well. 1: the tool itself failed. 2: something that it was given is wrong.</summary>
internal static class Program
{
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    private static async Task<int> Main(string[] args)
    {
        await using var desk = Desk.OfProcess();
        return await RunAsync(args, desk);
    }

    /// <summary>Carries out one call of the tool.</summary>
    public static async Task<int> RunAsync(string[] args, Desk desk, CancellationToken cancellationToken = default)
    {
        var call = CommandTree.Build(desk).Parse(args, new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        try
        {
            if (call.Action is ParseErrorAction)
            {
                throw new BadInputException($"{OnOneLine(call.Errors.Select(error => Passwords.Hide(error.Message, args, call.UnmatchedTokens)))} See: {Path(call.CommandResult)} --help");
            }

            await using var output = new StreamWriter(desk.Output, Desk.Utf8, leaveOpen: true) { NewLine = "\n" };
            InvocationConfiguration settings = new()
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToStop,
                Output = output,
                Error = desk.Error,
            };
            return await call.InvokeAsync(settings, cancellationToken);
        }
        catch (BadInputException error)
        {
            desk.Say(error.Message);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            desk.Say("Stopped.");
            return ExitCode.Failed;
        }
        catch (Exception error) when (error is WorkflowException or IOException or UnauthorizedAccessException)
        {
            desk.Say(error.Message);
            return ExitCode.Failed;
        }
#pragma warning disable CA1031 // The contract wants an exit status and a sentence, whatever failed.
        catch (Exception error)
#pragma warning restore CA1031
        {
            desk.Say($"The tool failed: {error.GetType().Name}: {error.Message}");
            return ExitCode.Failed;
        }
    }

    private static string OnOneLine(IEnumerable<string> messages) =>
        string.Join(' ', messages.SelectMany(message => message.Split([' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)));

    private static string Path(SymbolResult? command) => command is CommandResult found
        ? $"{Path(found.Parent)} {found.Command.Name}".TrimStart()
        : "";
}
