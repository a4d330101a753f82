using System.CommandLine;
using BorrowingWorkflow.Cli.Import;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>How a call of import-alma says what the export is like.</summary>
internal sealed class ImportAlmaOptions
{
    private const string ItemRequest = "item-request";
    private const string ProcessType = "process-type";

    private static readonly string[] ItemColumnNames = [ItemRequest, ProcessType];
    private static readonly Dictionary<string, AlmaColumn> ColumnNames =
        Enum.GetValues<AlmaColumn>().ToDictionary(AlmaColumns.OptionName, StringComparer.OrdinalIgnoreCase);

    public ImportAlmaOptions() => Dates.AcceptOnlyFromAmong("iso", "mdy", "dmy");

    public Option<string[]> Column { get; } = new("--column")
    {
        Description = "What the export calls a column; may be given again. The names are in docs/import-alma.md.",
        HelpName = "NAME=HEADER",
    };

    public Option<string[]> Status { get; } = new("--status")
    {
        Description = "What a status means that the library has a word of its own for; may be given again.",
        HelpName = "WORD=STATUS",
    };

    public Option<string> Unknown { get; } = new("--unknown")
    {
        Description = "What requests of a status that is not known are taken over as; skip leaves them out.",
        DefaultValueFactory = _ => nameof(BorrowingStatus.Created),
        HelpName = "STATUS|skip",
    };

    public Option<string> Dates { get; } = new("--dates")
    {
        Description = "How dates are written, beside those of ISO 8601: 12/18/2026 (mdy) or 18/12/2026 (dmy).",
        DefaultValueFactory = _ => "iso",
    };

    public Option<string> TimeZone { get; } = new("--time-zone")
    {
        Description = "The library's time zone, for dates that have none.",
        DefaultValueFactory = _ => "UTC",
        HelpName = "ZONE",
    };

    public Option<string?> Library { get; } = new("--library")
    {
        Description = "The borrowing library, where a row names none.",
        HelpName = "CODE",
    };

    /// <exception cref="BadInputException">A value is none that the option can have.</exception>
    public AlmaSettings Of(ParseResult call)
    {
        var columns = Pairs(call, Column, "NAME=HEADER");
        Dictionary<AlmaColumn, string> named = [];
        foreach (var (name, header) in columns.Where(pair => !ItemColumnNames.Contains(pair.Name, StringComparer.OrdinalIgnoreCase)))
        {
            named[ColumnNames.TryGetValue(name, out var column)
                ? column
                : throw new BadInputException($"--column {name} is no column. The columns are: {string.Join(", ", ColumnNames.Keys.Concat(ItemColumnNames))}.")] = header;
        }

        Dictionary<string, BorrowingStatus> own = new(StringComparer.Ordinal);
        foreach (var (word, status) in Pairs(call, Status, "WORD=STATUS"))
        {
            own[CsvTable.Plain(word)] = StatusOf("--status", status);
        }

        return new(
            named,
            new(own),
            call.GetValue(Unknown) is { } unknown and not "skip" ? StatusOf("--unknown", unknown) : null,
            new(Enum.Parse<AlmaDateOrder>(call.GetValue(Dates)!, ignoreCase: true), ZoneOf(call.GetValue(TimeZone)!)),
            call.GetValue(Library));
    }

    /// <summary>The columns of the items that the call names.</summary>
    public (string? Request, string? ProcessType) ItemColumns(ParseResult call)
    {
        var columns = Pairs(call, Column, "NAME=HEADER").ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        return (columns[ItemRequest].LastOrDefault(), columns[ProcessType].LastOrDefault());
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Column, Status, Unknown, Dates, TimeZone, Library])
        {
            command.Add(option);
        }
    }

    private static IEnumerable<(string Name, string Value)> Pairs(ParseResult call, Option<string[]> option, string form) =>
        (call.GetValue(option) ?? []).Select(text => text.Split('=', 2) is [var name, var value] && name.Trim().Length > 0 && value.Trim().Length > 0
            ? (name.Trim(), value.Trim())
            : throw new BadInputException($"{option.Name} {text} is not {form}. See: borrowing import-alma --help"));

    private static BorrowingStatus StatusOf(string option, string word) =>
        new AlmaStatuses(new Dictionary<string, BorrowingStatus>(StringComparer.Ordinal)).Find(word) is { } status and not (BorrowingStatus.None or BorrowingStatus.Deleted)
            ? status
            : throw new BadInputException($"{option} {word}: there is no such status. docs/state-machine.md lists them, such as ShippedPhysically.");

    private static TimeZoneInfo ZoneOf(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
        ? zone
        : throw new BadInputException($"--time-zone {id} is no time zone of this machine. Write it like America/Los_Angeles.");
}
