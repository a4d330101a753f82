using System.Text.Json;
using System.Text.Json.Serialization;
using BorrowingWorkflow.Iso18626.Messages;
using BorrowingWorkflow.Iso18626.Mock;

namespace BorrowingWorkflow.Iso18626.Scenarios.Tests.Lenders;

/// <summary>How orders to the lenders' process and its answers are written, scenarios that a test made included.</summary>
internal static class OrderJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new CodeConverter<ReasonForMessage>(code => new(code)));
        options.Converters.Add(new CodeConverter<SupplyStatus>(code => new(code)));
        options.Converters.Add(new CodeConverter<YesNo>(code => new(code)));
        options.Converters.Add(new StepsConverter());
        return options;
    }

    /// <summary>A code of a closed list, which its text is.</summary>
    private sealed class CodeConverter<T>(Func<string?, T> make) : JsonConverter<T>
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => make(reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class StepsConverter : JsonConverter<ValueList<MockStep>>
    {
        public override ValueList<MockStep> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            [.. JsonSerializer.Deserialize<MockStep[]>(ref reader, options)!];

        public override void Write(Utf8JsonWriter writer, ValueList<MockStep> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.ToArray(), options);
    }
}
