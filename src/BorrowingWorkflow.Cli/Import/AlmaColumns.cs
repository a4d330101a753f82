using System.Text.Json;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>Which columns an export has, by the names that Alma Analytics gives them or by those that the call gives.</summary>
internal sealed class AlmaColumns
{
    private static readonly Dictionary<AlmaColumn, string[]> Names = new()
    {
        [AlmaColumn.Request] = ["Borrowing Request Id", "Request Id", "Resource Sharing Request Id", "External Request Id", "External Id"],
        [AlmaColumn.Status] = ["Borrowing Request Status", "Request Status", "Status"],
        [AlmaColumn.StatusDate] = ["Status Date", "Borrowing Request Status Date", "Update Date", "Modification Date", "Borrowing Update Date"],
        [AlmaColumn.Created] = ["Creation Date", "Borrowing Creation Date", "Request Date"],
        [AlmaColumn.Title] = ["Title", "Request Title"],
        [AlmaColumn.Author] = ["Author", "Request Author"],
        [AlmaColumn.Isbn] = ["ISBN"],
        [AlmaColumn.Issn] = ["ISSN"],
        [AlmaColumn.Oclc] = ["OCLC Number", "OCLC"],
        [AlmaColumn.Doi] = ["DOI"],
        [AlmaColumn.Format] = ["Requested Format", "Format", "Supplied Format"],
        [AlmaColumn.Partner] = ["Partner Code", "Partner Name", "Partner"],
        [AlmaColumn.DueDate] = ["Due Date", "Item Due Date"],
        [AlmaColumn.NeededBy] = ["Needed By", "Needed By Date"],
        [AlmaColumn.Library] = ["Owner Library", "Library Code", "Owner Library Code", "Library"],
        [AlmaColumn.Pickup] = ["Pickup Library", "Pickup Location", "Pickup Library Code"],
        [AlmaColumn.Patron] = ["Requester", "Requester Id", "Patron Identifier", "Patron Id", "Primary Identifier"],
        [AlmaColumn.PatronGroup] = ["User Group", "Patron Group"],
        [AlmaColumn.ExternalId] = ["External Request Id", "External Id"],
    };

    private readonly Dictionary<AlmaColumn, (int Index, string Header)> _places = [];

    /// <summary>Finds the columns of a table.</summary>
    /// <exception cref="BadInputException">A column that the call names, or one that has to be there, is not there.</exception>
    public AlmaColumns(CsvTable table, string path, IReadOnlyDictionary<AlmaColumn, string> named)
    {
        foreach (var column in Enum.GetValues<AlmaColumn>())
        {
            var own = named.GetValueOrDefault(column);
            foreach (var name in own is null ? Names[column] : [own])
            {
                if (table.Find(name) is { } index)
                {
                    _places[column] = (index, table.Header[index]);
                    break;
                }
            }

            if (own is not null && !Has(column))
            {
                throw new BadInputException($"{path}:1: there is no column {own}; correct --column {OptionName(column)}={own}.");
            }
        }

        Ensure(path, AlmaColumn.Request, Has(AlmaColumn.Request));
        Ensure(path, AlmaColumn.Status, Has(AlmaColumn.Status));
        Ensure(path, AlmaColumn.StatusDate, Has(AlmaColumn.StatusDate) || Has(AlmaColumn.Created));
    }

    /// <summary>What the option --column calls the column: its name in lower case, the words joined by hyphens.</summary>
    public static string OptionName(AlmaColumn column) => JsonNamingPolicy.KebabCaseLower.ConvertName(column.ToString());

    /// <summary>Says that none of the names is a column of the file.</summary>
    public static BadInputException Missing(string path, IEnumerable<string> names, string option) =>
        new($"{path}:1: no column is called {string.Join(", ", names)}; name it with --column {option}=HEADER.");

    public bool Has(AlmaColumn column) => _places.ContainsKey(column);

    /// <summary>What the file calls the column.</summary>
    public string HeaderOf(AlmaColumn column) => _places.TryGetValue(column, out var place) ? place.Header : Names[column][0];

    /// <summary>The row's cell; null where it is empty or the file has no such column.</summary>
    public string? Cell(IReadOnlyList<string> cells, AlmaColumn column) =>
        _places.TryGetValue(column, out var place) && place.Index < cells.Count && cells[place.Index] is { Length: > 0 } text ? text : null;

    private static void Ensure(string path, AlmaColumn column, bool isThere)
    {
        if (!isThere)
        {
            throw Missing(path, Names[column], OptionName(column));
        }
    }
}
