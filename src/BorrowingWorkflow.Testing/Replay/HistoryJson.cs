using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Testing.Replay;

/// <summary>Writes and reads recorded histories: the same history is the same bytes, on every machine.</summary>
internal static class HistoryJson
{
    private static readonly JsonTypeInfo<HistoryDocument> Document = new HistoryContext(new JsonSerializerOptions(HistoryContext.Default.Options)
    {
        // The files are read by people and never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    }).HistoryDocument;

    public static byte[] Write(HistoryDocument document) => [.. JsonSerializer.SerializeToUtf8Bytes(document, Document), (byte)'\n'];

    /// <exception cref="JsonException">It is no recorded history, or one of a format that this version does not know.</exception>
    public static HistoryDocument Read(ReadOnlySpan<byte> json)
    {
        var document = JsonSerializer.Deserialize(json, Document) ?? throw new JsonException("null is no recorded history.");
        return document.Format is HistoryDocument.CurrentFormat
            ? document
            : throw new JsonException(
                $"The history has format {document.Format}; this version of the package reads {HistoryDocument.CurrentFormat}. Update the package.");
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    WriteIndented = true,
    AllowTrailingCommas = true,
    Converters = [typeof(RequestIdConverter), typeof(MomentConverter)])]
[JsonSerializable(typeof(HistoryDocument))]
internal sealed partial class HistoryContext : JsonSerializerContext;
