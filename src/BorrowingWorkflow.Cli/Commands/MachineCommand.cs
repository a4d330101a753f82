using System.CommandLine;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Machine;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>The state machine as a table, a picture or a page.</summary>
internal static class MachineCommand
{
    public static Command Build(Desk desk)
    {
        var format = Choices.Format("mermaid", "dot", "markdown", "tsv");
        var command = new Command("machine", "Writes the state machine: as a table of every status and trigger, as a picture, or in words.") { format };
        command.SetAction(async (call, cancellationToken) =>
        {
            var text = call.GetValue(format) switch
            {
                "mermaid" => BorrowingMachine.ToMermaid(),
                "dot" => BorrowingMachine.ToDot(),
                "markdown" => BorrowingMachine.ToMarkdown(),
                _ => BorrowingMachine.ToTsv(),
            };
            await desk.WriteAsync(text, cancellationToken);
            return ExitCode.Ok;
        });
        return command;
    }
}
