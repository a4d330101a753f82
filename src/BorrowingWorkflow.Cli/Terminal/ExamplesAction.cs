using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace BorrowingWorkflow.Cli.Terminal;

/// <summary>The usual help with the command's own lists and its examples after it.</summary>
/// <param name="help">The usual help.</param>
/// <param name="lists">A heading and lines by the command's name.</param>
/// <param name="examples">Calls by the command's name.</param>
internal sealed class ExamplesAction(
    HelpAction help, IReadOnlyDictionary<string, (string Heading, IReadOnlyList<string> Lines)> lists, IReadOnlyDictionary<string, string[]> examples)
    : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = 100;
        var result = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command.Name;
        if (lists.TryGetValue(command, out var list))
        {
            Write(parseResult, list.Heading, list.Lines);
        }

        if (examples.TryGetValue(command, out var calls))
        {
            Write(parseResult, "Examples", calls);
        }

        return result;
    }

    private static void Write(ParseResult call, string heading, IReadOnlyList<string> lines)
    {
        var output = call.InvocationConfiguration.Output;
        output.WriteLine($"{heading}:");
        foreach (var line in lines)
        {
            output.WriteLine($"  {line}");
        }

        output.WriteLine();
    }
}
