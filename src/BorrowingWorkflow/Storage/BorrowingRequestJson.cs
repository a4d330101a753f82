using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using BorrowingWorkflow.Engine;
using BorrowingWorkflow.Requests;

namespace BorrowingWorkflow.Storage;

/// <summary>Writes and reads snapshots, events, effects and whole documents as UTF-8 JSON: what stores keep as bodies. Moments keep every tick.</summary>
/// <remarks>Safe for any number of threads. What an older version of the package wrote is read; members of a newer one are passed over.</remarks>
public static class BorrowingRequestJson
{
    /// <summary>The version of the format that is written. It goes beside the body, so that a store can tell which it has.</summary>
    public const int FormatVersion = 1;

    /// <summary>Writes a snapshot.</summary>
    public static byte[] Serialize(BorrowingRequest request) => Write(request, Context.Default.BorrowingRequest);

    /// <summary>Writes an event, its data included.</summary>
    public static byte[] Serialize(HistoryEvent historyEvent) => Write(historyEvent, Context.Default.HistoryEvent);

    /// <summary>Writes an effect.</summary>
    public static byte[] Serialize(Effect effect) => Write(effect, Context.Default.Effect);

    /// <summary>Writes all that is stored of a request.</summary>
    public static byte[] Serialize(RequestDocument document) => Write(document, Context.Default.RequestDocument);

    /// <summary>Reads a snapshot.</summary>
    /// <exception cref="JsonException">It is no snapshot.</exception>
    public static BorrowingRequest DeserializeRequest(ReadOnlySpan<byte> json) => Read(json, Context.Default.BorrowingRequest);

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">It is no event.</exception>
    public static HistoryEvent DeserializeEvent(ReadOnlySpan<byte> json) => Read(json, Context.Default.HistoryEvent);

    /// <summary>Reads an effect.</summary>
    /// <exception cref="JsonException">It is no effect.</exception>
    public static Effect DeserializeEffect(ReadOnlySpan<byte> json) => Read(json, Context.Default.Effect);

    /// <summary>Reads all that is stored of a request.</summary>
    /// <exception cref="JsonException">It is no document of a request.</exception>
    public static RequestDocument DeserializeDocument(ReadOnlySpan<byte> json) => Read(json, Context.Default.RequestDocument);

    /// <summary>Reads what an input brings along, as the command line's events write it.</summary>
    /// <exception cref="JsonException">It is no object, or a member has a value that it can't have.</exception>
    public static InputData DeserializeData(JsonElement json) => json.Deserialize(Context.Default.InputData) ?? throw new JsonException("null is no data.");

    private static byte[] Write<T>(T item, JsonTypeInfo<T> type, [CallerArgumentExpression(nameof(item))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(item, name);
        return JsonSerializer.SerializeToUtf8Bytes(item, type);
    }

    private static T Read<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"null is no {typeof(T).Name}.");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(RequestIdConverter), typeof(MomentConverter)])]
[JsonSerializable(typeof(BorrowingRequest))]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(InputData))]
[JsonSerializable(typeof(RequestDocument))]
internal sealed partial class Context : JsonSerializerContext;

internal sealed class RequestIdConverter : JsonConverter<RequestId>
{
    public override RequestId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RequestId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("No request id.");

    public override void Write(Utf8JsonWriter writer, RequestId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

/// <summary>Moments with their offset. One without would be read in the machine's own time zone, and mean something else on the next.</summary>
internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetDateTimeOffset(out var moment) && reader.GetDateTime().Kind != DateTimeKind.Unspecified
            ? moment
            : throw new JsonException("A moment is written as RFC 3339 has it, with Z or an offset.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
