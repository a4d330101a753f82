using BorrowingWorkflow.Cli.Import;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Commands;

/// <summary>The local catalogue's temporary items, from a file with the header <c>request,process_type</c>.</summary>
/// <param name="Source">The items of the lines that could be read.</param>
/// <param name="Faults">What is wrong with the others.</param>
internal sealed record ItemsFile(IItemSource Source, IReadOnlyList<string> Faults)
{
    private const string Header = "request,process_type";

    /// <exception cref="BadInputException">There is no such file, or it has another header.</exception>
    public static ItemsFile Read(string path)
    {
        using var table = CsvTable.Open(path, "items");
        return Read(path, table);
    }

    /// <summary>Reads a table; <paramref name="path"/> is only for the faults.</summary>
    public static ItemsFile Read(string path, CsvTable table)
    {
        if (string.Join(table.Delimiter, table.Header) != Header)
        {
            throw new BadInputException($"{path}:1: the header is not {Header}; add it, or give another file.");
        }

        List<(RequestId, ProcessType)> items = [];
        List<string> faults = [];
        while (table.Next())
        {
            if (!table.IsBroken && table.Cells is [var request, var processType] && RequestId.TryParse(request, out var id))
            {
                items.Add((id, ProcessTypeOf(processType)));
            }
            else
            {
                faults.Add($"{path}:{table.Line}: the line is no request id and a process type; correct it and run again.");
            }
        }

        return new(new InMemoryItemSource(items), faults);
    }

    private static ProcessType ProcessTypeOf(string word) => word switch
    {
        nameof(ProcessType.Transit) => ProcessType.Transit,
        nameof(ProcessType.Loan) => ProcessType.Loan,
        nameof(ProcessType.ResourceSharingRequest) => ProcessType.ResourceSharingRequest,
        nameof(ProcessType.HoldShelf) => ProcessType.HoldShelf,
        nameof(ProcessType.LostLoan) => ProcessType.LostLoan,
        _ => ProcessType.Other,
    };
}
