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
    public static async Task<ItemsFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Read(path, await File.ReadAllLinesAsync(path, cancellationToken));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException($"The items file {path} can't be read: {error.Message}");
        }
    }

    /// <summary>Reads lines; <paramref name="path"/> is only for the faults.</summary>
    public static ItemsFile Read(string path, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0 || lines[0].Trim() != Header)
        {
            throw new BadInputException($"{path}:1: the header is not {Header}; add it, or give another file.");
        }

        List<(RequestId, ProcessType)> items = [];
        List<string> faults = [];
        for (var index = 1; index < lines.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(lines[index]))
            {
                continue;
            }

            if (Cells(lines[index]) is [var request, var processType] && RequestId.TryParse(request, out var id))
            {
                items.Add((id, ProcessTypeOf(processType)));
            }
            else
            {
                faults.Add($"{path}:{index + 1}: the line is no request id and a process type; correct it and run again.");
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

    /// <summary>A line's cells by RFC 4180; nothing where a quotation has no end.</summary>
    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        var rest = line.AsSpan();
        while (true)
        {
            var cell = "";
            if (rest is ['"', ..])
            {
                var end = 1;
                while (end < rest.Length && (rest[end] != '"' || rest[(end + 1)..] is ['"', ..]))
                {
                    end += rest[end] == '"' ? 2 : 1;
                }

                if (end >= rest.Length)
                {
                    return [];
                }

                cell = rest[1..end].ToString().Replace("\"\"", "\"", StringComparison.Ordinal);
                rest = rest[(end + 1)..];
            }

            var comma = rest.IndexOf(',');
            cells.Add(cell + (comma < 0 ? rest : rest[..comma]).Trim().ToString());
            if (comma < 0)
            {
                return cells;
            }

            rest = rest[(comma + 1)..];
        }
    }
}
