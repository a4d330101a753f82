using System.CommandLine;
using System.CommandLine.Help;
using BorrowingWorkflow.Cli.Commands;
using BorrowingWorkflow.Cli.Terminal;

namespace BorrowingWorkflow.Cli;

/// <summary>The commands, and the examples that their help ends with.</summary>
internal static class CommandTree
{
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["borrowing"] = ["borrowing demo", "borrowing replay events.jsonl --db term.db", "borrowing checks --db term.db --cadence daily"],
        ["demo"] = ["borrowing demo"],
        ["replay"] =
        [
            "borrowing replay events.jsonl --db term.db",
            "borrowing replay events.jsonl --db term.db --verdicts verdicts.jsonl",
            "borrowing replay events.jsonl --postgres \"Host=localhost;Database=borrowing;Username=borrowing\"",
        ],
        ["import-alma"] =
        [
            "borrowing import-alma requests.csv --db alma.db --library SDSU --dates mdy --time-zone America/Los_Angeles",
            "borrowing import-alma requests.csv --db alma.db --column partner=\"Lender\" --status \"Waiting for courier=ShippedPhysically\"",
            "borrowing import-alma requests.csv --db alma.db --items alma-items.csv --items-out items.csv",
        ],
        ["status"] =
        [
            "borrowing status --db term.db",
            "borrowing status --db term.db --format json",
            "borrowing status --postgres \"Host=localhost;Database=borrowing;Username=borrowing\"",
        ],
        ["checks"] =
        [
            "borrowing checks --db term.db --cadence daily",
            "borrowing checks --db term.db --now 2026-12-18T17:00:00Z --preset extended --format json",
            "borrowing checks --db term.db --mark-done request-completed --by maria",
        ],
        ["anomalies"] =
        [
            "borrowing anomalies --db term.db --items items.csv",
            "borrowing anomalies --db term.db --items items.csv --now 2026-12-18T17:00:00Z --format html > anomalies.html",
        ],
        ["show"] = ["borrowing show CSU-000039 --db term.db", "borrowing show CSU-000039 --db term.db --format json"],
        ["effects"] = ["borrowing effects --db term.db", "borrowing effects --db term.db --format json"],
        ["mock-lender"] =
        [
            "borrowing mock-lender --scenario will-supply-then-loaned --requester http://127.0.0.1:8626/iso18626",
            "borrowing mock-lender --urls http://127.0.0.1:0 --scenario unfilled --version 2021-2 --delay 2s",
        ],
        ["serve"] =
        [
            "borrowing serve --db sdsu.db --library SDSU --partners partners.json",
            "borrowing serve --postgres \"Host=localhost;Database=borrowing;Username=borrowing\" --library SDSU --partners partners.json",
        ],
        ["desk"] =
        [
            "borrowing desk --db term.db",
            "borrowing desk --db borrowing-demo.db --now 2026-12-18T17:00:00Z",
        ],
        ["submit"] = ["borrowing submit R-1 --db sdsu.db --library SDSU --patron p-4711 --title \"The Dispossessed\" --isbn 9780060512750"],
        ["do"] =
        [
            "borrowing do Receive R-1 --db sdsu.db",
            "borrowing do Loan R-1 --db sdsu.db --data '{\"dueDate\":\"2026-12-18T17:00:00Z\"}'",
            "borrowing do CancelByPatron R-1 --db sdsu.db --by patron",
        ],
        ["machine"] = ["borrowing machine --format tsv", "borrowing machine --format dot | dot -Tsvg > machine.svg"],
    };

    private static readonly Dictionary<string, (string, IReadOnlyList<string>)> Lists = new(StringComparer.Ordinal)
    {
        ["mock-lender"] = ("Scenarios", MockLenderCommand.Scenarios),
    };

    public static Command Build(Desk desk)
    {
        // Not a RootCommand: that one takes its name from the program that hosts it.
        var help = new HelpOption();
        help.Action = new ExamplesAction((HelpAction)help.Action!, Lists, Examples);
        return new Command("borrowing", "Borrowing requests of a library, from the command line.")
        {
            help,
            new VersionOption(),
            DemoCommand.Build(desk),
            ReplayCommand.Build(desk),
            ImportAlmaCommand.Build(desk),
            StatusCommand.Build(desk),
            ChecksCommand.Build(desk),
            AnomaliesCommand.Build(desk),
            ShowCommand.Build(desk),
            EffectsCommand.Build(desk),
            MachineCommand.Build(desk),
            DeskCommand.Build(desk),
            ServeCommand.Build(desk),
            SubmitCommand.Build(desk),
            DoCommand.Build(desk),
            MockLenderCommand.Build(desk),
        };
    }
}
