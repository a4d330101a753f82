using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>An export of items with their process types, which becomes the file that the other commands take as --items.</summary>
internal static class AlmaItems
{
    private static readonly string[] RequestNames = ["Borrowing Request Id", "Request Id", "Resource Sharing Request Id", "External Request Id", "Request"];
    private static readonly string[] ProcessTypeNames = ["Process Type", "Item Process Type", "Process Type Code"];

    private static readonly Dictionary<string, ProcessType> Words = new(StringComparer.Ordinal)
    {
        ["TRANSIT"] = ProcessType.Transit,
        ["INTRANSIT"] = ProcessType.Transit,
        ["LOAN"] = ProcessType.Loan,
        ["ONLOAN"] = ProcessType.Loan,
        ["RESOURCESHARINGREQUEST"] = ProcessType.ResourceSharingRequest,
        ["ILL"] = ProcessType.ResourceSharingRequest,
        ["HOLDSHELF"] = ProcessType.HoldShelf,
        ["ONHOLDSHELF"] = ProcessType.HoldShelf,
        ["LOSTLOAN"] = ProcessType.LostLoan,
        ["LOST"] = ProcessType.LostLoan,
        ["LOSTANDPAID"] = ProcessType.LostLoan,
    };

    /// <summary>Reads the export; <paramref name="report"/> is called for what is wrong with a line.</summary>
    /// <exception cref="BadInputException">The file can't be read, or lacks a column.</exception>
    public static IReadOnlyList<(RequestId Request, ProcessType ProcessType)> Read(
        string path, string? requestColumn, string? processTypeColumn, Action<int, string> report)
    {
        using var table = CsvTable.Open(path, "items");
        var request = Find(table, path, "item-request", requestColumn, RequestNames);
        var processType = Find(table, path, "process-type", processTypeColumn, ProcessTypeNames);
        List<(RequestId, ProcessType)> items = [];
        while (table.Next())
        {
            if (!table.IsBroken && table.Cells.Count == table.Header.Count && RequestId.TryParse(table.Cells[request], out var id))
            {
                items.Add((id, Words.GetValueOrDefault(CsvTable.Plain(table.Cells[processType]), ProcessType.Other)));
            }
            else
            {
                report(table.Line, $"column {table.Header[request]} is no request id, or the row has not {table.Header.Count} cells; correct the row");
            }
        }

        return items;
    }

    private static int Find(CsvTable table, string path, string option, string? own, string[] names)
    {
        var wanted = own is null ? names : [own];
        return wanted.Select(table.Find).FirstOrDefault(index => index is not null)
            ?? throw AlmaColumns.Missing(path, wanted, option);
    }
}
