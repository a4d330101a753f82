using System.Text.Json;
using System.Text.Json.Serialization;
using BorrowingWorkflow.Storage;

namespace BorrowingWorkflow.Faults.Wire;

/// <summary>Lines between conductor and hosts: a JSON object each.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new RequestIdConverter(), new MomentConverter(), new JsonStringEnumConverter() },
    };

    public static string Write<T>(T line) => JsonSerializer.Serialize(line, Options);

    /// <summary>The line; null where it was cut off, as a killed process leaves it: half an object is none.</summary>
    public static T? Read<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
