using System.Globalization;
using BorrowingWorkflow.Cli.Import;
using BorrowingWorkflow.Cli.Terminal;
using BorrowingWorkflow.Ports;
using BorrowingWorkflow.Requests;
using CsvHelper;
using CsvHelper.Configuration;

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

    /// <summary>Writes the file that <see cref="Read(string)"/> reads.</summary>
    /// <exception cref="BadInputException">The file can't be written.</exception>
    public static async Task WriteAsync(string path, IEnumerable<(RequestId Request, ProcessType ProcessType)> items, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new StreamWriter(path, append: false, Desk.Utf8);
            await using var csv = new CsvWriter(file, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                NewLine = Environment.NewLine,
                ShouldQuote = cell => cell.Field.AsSpan().ContainsAny("\",;\t"),
            });
            await file.WriteLineAsync(Header.AsMemory(), cancellationToken);
            foreach (var (request, processType) in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                csv.WriteField(request.Value);
                csv.WriteField(processType.ToString());
                await csv.NextRecordAsync();
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"The items file {path} can't be written: {error.Message}");
        }
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
