using System.CommandLine;
using System.CommandLine.Invocation;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Storage;

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
                throw new BadInputException($"{string.Join(' ', call.Errors.Select(error => error.Message))} See: {Path(call.CommandResult)} --help");
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
        catch (Exception error) when (error is StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            desk.Say(error.Message);
            return ExitCode.Failed;
        }
    }

    private static string Path(System.CommandLine.Parsing.SymbolResult? command) => command is System.CommandLine.Parsing.CommandResult found
        ? $"{Path(found.Parent)} {found.Command.Name}".TrimStart()
        : "";
}
