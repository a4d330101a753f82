using System.Text.Json;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>Reads the rows of an export of borrowing requests.</summary>
internal sealed class AlmaReader(CsvTable table, AlmaColumns columns, AlmaSettings settings)
{
    private const int LongestWord = 60;

    /// <summary>The rows in file order; one is read when it is asked for.</summary>
    public IEnumerable<AlmaRow> Rows()
    {
        while (table.Next())
        {
            yield return Read();
        }
    }

    private AlmaRow Read()
    {
        var row = new AlmaRow(table.Line);
        if (table.IsBroken)
        {
            return row with { Fault = "a quotation mark is not closed, or not doubled within a cell; correct the row, since it may hide the ones after it" };
        }

        if (table.Cells.Count != table.Header.Count)
        {
            return row with { Fault = $"the row has {table.Cells.Count} cells and the header {table.Header.Count}; put cells that hold the delimiter in quotation marks" };
        }

        if (!RequestId.TryParse(Cell(AlmaColumn.Request), out var request))
        {
            return row with { Fault = Wrong(AlmaColumn.Request, "is no request id", $"it has 1 to {RequestId.MaxLength} printable characters") };
        }

        row = row with { Request = request };
        if (Cell(AlmaColumn.Status) is not { } word)
        {
            return row with { Fault = Wrong(AlmaColumn.Status, "is empty", "add Alma's label or code") };
        }

        var status = settings.Statuses.Find(word);
        var mapping = $"--status \"{Shown(word)}=STATUS\"";
        if ((status ?? settings.Unknown) is not { } taken)
        {
            return row with { Fault = Wrong(AlmaColumn.Status, $"has a status that is not known, \"{Shown(word)}\"", $"say what it means with {mapping}") };
        }

        if (taken is BorrowingStatus.Deleted)
        {
            return row with { Fault = Wrong(AlmaColumn.Status, "says that the request is deleted", "leave it out of the export") };
        }

        return Dated(row, word, taken) with
        {
            Remark = status is null
                ? Wrong(AlmaColumn.Status, $"has a status that is not known, \"{Shown(word)}\"", $"it is taken as {taken}; say what it means with {mapping}")
                : null,
        };
    }

    private AlmaRow Dated(AlmaRow row, string word, BorrowingStatus status)
    {
        foreach (var column in (AlmaColumn[])[AlmaColumn.StatusDate, AlmaColumn.Created, AlmaColumn.DueDate, AlmaColumn.NeededBy])
        {
            if (Cell(column) is { } text && Date(text, column) is null)
            {
                return row with { Fault = Wrong(column, "is no date", "write it like 2026-12-18, or give --dates mdy or --dates dmy") };
            }
        }

        if ((Moment(AlmaColumn.StatusDate) ?? Moment(AlmaColumn.Created)) is not { } entered)
        {
            return row with { Fault = Wrong(AlmaColumn.StatusDate, "is empty", "ages count from it; add the date") };
        }

        if (entered.Year is < 1900 or > 2999)
        {
            return row with { Fault = Wrong(AlmaColumn.StatusDate, "lies outside the years 1900 to 2999", "correct the date") };
        }

        if ((Cell(AlmaColumn.Library) ?? settings.Library) is not { } library)
        {
            return row with { Fault = Wrong(AlmaColumn.Library, "is empty", "add the library's code, or give --library CODE") };
        }

        return row with { Data = Data(word, status, entered, library) };
    }

    private InputData Data(string word, BorrowingStatus status, DateTimeOffset entered, string library)
    {
        var isDigital = Cell(AlmaColumn.Format) is { } format
            && (format.Contains("digital", StringComparison.OrdinalIgnoreCase) || format.Contains("electronic", StringComparison.OrdinalIgnoreCase));
        return new()
        {
            Status = status,
            EnteredAt = entered,
            Library = library,
            Patron = Cell(AlmaColumn.Patron),
            PatronGroup = Cell(AlmaColumn.PatronGroup),
            Title = Cell(AlmaColumn.Title),
            Author = Cell(AlmaColumn.Author),
            Isbn = Cell(AlmaColumn.Isbn),
            Issn = Cell(AlmaColumn.Issn),
            Oclc = Cell(AlmaColumn.Oclc),
            Doi = Cell(AlmaColumn.Doi),
            Format = isDigital ? RequestFormat.Digital : RequestFormat.Physical,
            Partners = Cell(AlmaColumn.Partner) is { } partner ? [partner] : null,
            DueDate = Moment(AlmaColumn.DueDate),
            NeededBy = Moment(AlmaColumn.NeededBy),
            Pickup = Cell(AlmaColumn.Pickup),
            ExternalId = Cell(AlmaColumn.ExternalId),
            ImportAgain = true,
            Unknown = new() { ["almaStatus"] = JsonSerializer.SerializeToElement(word) },
        };
    }

    private string? Cell(AlmaColumn column) => columns.Cell(table.Cells, column);

    private DateTimeOffset? Moment(AlmaColumn column) => Cell(column) is { } text ? Date(text, column) : null;

    private DateTimeOffset? Date(string text, AlmaColumn column) =>
        settings.Dates.Read(text, endOfDay: column is AlmaColumn.DueDate or AlmaColumn.NeededBy);

    private string Wrong(AlmaColumn column, string what, string todo) => $"column {Shown(columns.HeaderOf(column))} {what}; {todo}";

    private static string Shown(string word) => Columns.Printable(word.Length > LongestWord ? word[..LongestWord] + "…" : word);
}
