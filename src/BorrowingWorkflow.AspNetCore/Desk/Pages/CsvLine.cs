using System.Buffers;

namespace BorrowingWorkflow.AspNetCore.Desk.Pages;

/// <summary>A line of comma-separated values, quoted as RFC 4180 says.</summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    public static string Of(params IEnumerable<string?> fields) => string.Join(',', fields.Select(Field)) + "\r\n";

    // A spreadsheet takes what begins like a formula for one, whoever wrote it: an apostrophe makes it text.
    private static string Field(string? field)
    {
        var text = field is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + field : field ?? "";
        return text.AsSpan().ContainsAny(Special) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
