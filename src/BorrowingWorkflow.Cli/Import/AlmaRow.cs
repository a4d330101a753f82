using System.Security.Cryptography;
using System.Text.Json;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Cli.Import;

/// <summary>A row of the export: a request as Alma has it, or what is wrong with it.</summary>
/// <param name="Line">The line that it begins on.</param>
internal sealed record AlmaRow(int Line)
{
    public RequestId Request { get; init; }

    public InputData Data { get; init; } = new();

    /// <summary>What is wrong; what to do. Null where the row can be imported.</summary>
    public string? Fault { get; init; }

    /// <summary>What is odd about a row that can be imported.</summary>
    public string? Remark { get; init; }

    /// <summary>The same for rows that say the same, and for no others.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Data)).AsSpan(0, 16));
}
